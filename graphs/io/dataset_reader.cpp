// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/dataset_reader.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

#include "graphs/io/corrections.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/data_package.hpp"
#include "graphs/io/dataset_tables.hpp"
#include "graphs/model/network_builder.hpp"

namespace regionet {
namespace {

struct Layer {
  const DatasetFiles* files;
  DataPackage package;
};

class DatasetReader {
 public:
  DatasetReader(std::span<const DatasetFiles> layers, Diagnostics& faults) : faults_(faults) {
    for (const DatasetFiles& files : layers) {
      builder_.layers.push_back(files.label());
      layers_.push_back({&files, read_data_package(files)});
    }
  }

  Network read() {
    read_packages();
    for_each_table("corrections", false, [&](TableContext& context, const Text& text, const std::string& file) {
      corrections_.read(text.view(), file, context.layer, context.faults);
    });
    run("sources", true, read_sources);
    run("actors", true, read_actors);
    resolve_places(context(), places_);
    run("agreements", true, read_agreements);
    run("participants", true, read_participants);
    run("evidence", false, read_evidence);
    run("claims", false, read_claims);
    run("coverage", false, read_coverage);
    corrections_.report_unused(faults_);
    return std::move(builder_).freeze(faults_);
  }

 private:
  TableContext context() { return {builder_, corrections_, faults_, places_, source_ids_, layer_}; }

  void read_packages() {
    builder_.info = layers_.front().package.info;
    for (const Layer& layer : layers_) {
      extend(builder_.types, layer.package.types, layer);
      extend(builder_.statuses, layer.package.statuses, layer);
    }
    for (const Layer& layer : layers_) check_claim_measures(layer);
    for (std::size_t i = 1; i < layers_.size(); ++i) {
      const NetworkInfo& info = layers_[i].package.info;
      for (const ClaimMeasure& measure : info.claim_measures) replace_or_add(builder_.info.claim_measures, measure);
      builder_.info.name += " + " + info.name;
      builder_.info.version += " + " + info.version;
    }
  }

  static void replace_or_add(std::vector<ClaimMeasure>& measures, const ClaimMeasure& measure) {
    const auto found = std::ranges::find(measures, measure.name, &ClaimMeasure::name);
    found == measures.end() ? measures.push_back(measure) : static_cast<void>(*found = measure);
  }

  /// The types that a claim is counted by are types or groups of the network.
  void check_claim_measures(const Layer& layer) const {
    for (const ClaimMeasure& measure : layer.package.info.claim_measures) {
      for (const std::string& type : measure.types) {
        if (builder_.types.knows(type)) continue;
        throw InputError(Diagnostic{
            .file = layer.files->path("datapackage.json"),
            .what = fmt::format("claim measure '{}': type '{}' is not known", printable(measure.name), printable(type)),
            .expected = "a type or a group of this dataset"});
      }
    }
  }

  static void extend(Vocabulary& vocabulary, const std::vector<Term>& terms, const Layer& layer) try {
    for (const Term& term : terms) vocabulary.add(term);
  } catch (const std::length_error& fault) {
    throw InputError(Diagnostic{.file = layer.files->path("datapackage.json"), .what = fault.what()});
  }

  template <typename Read>
  void for_each_table(std::string_view table, bool needed, Read receive) {
    bool found = false;
    for (layer_ = 0; layer_ < layers_.size(); ++layer_) {
      const Layer& layer = layers_[layer_];
      const auto path = layer.package.paths.find(table);
      if (path == layer.package.paths.end()) continue;
      found = true;
      TableContext here = context();
      receive(here, layer.files->load(path->second), layer.files->path(path->second));
    }
    if (!found && needed) {
      faults_.add({.file = layers_.front().files->path("datapackage.json"),
                   .what = fmt::format("no resource '{}'", table),
                   .mend = "list the table under resources with its path"});
    }
  }

  void run(std::string_view table, bool needed, void (*read_table)(TableContext&, CsvReader&)) {
    for_each_table(table, needed, [&](TableContext& here, const Text& text, const std::string& file) {
      CsvReader rows(text.view(), file, faults_);
      read_table(here, rows);
    });
  }

  NetworkBuilder builder_;
  Diagnostics& faults_;
  std::vector<Layer> layers_;
  Corrections corrections_;
  std::vector<PendingPlace> places_;
  StringTable source_ids_;
  std::size_t layer_ = 0;
};

constexpr std::array<std::string_view, 8> dataset_table_names{"actors",  "agreements", "participants", "evidence",
                                                              "sources", "claims",     "coverage",     "corrections"};

}  // namespace

Network read_dataset(std::span<const DatasetFiles> layers, Diagnostics& faults) {
  return DatasetReader(layers, faults).read();
}

std::span<const std::string_view> dataset_tables() { return dataset_table_names; }

}  // namespace regionet
