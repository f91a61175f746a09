// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <memory>
#include <span>

#include "graphs/model/attribute.hpp"
#include "graphs/model/claim.hpp"
#include "graphs/model/date.hpp"
#include "graphs/model/labels.hpp"
#include "graphs/model/string_table.hpp"
#include "graphs/model/values.hpp"
#include "graphs/model/vocabulary.hpp"

namespace regionet {

using ActorId = std::uint32_t;
using AgreementId = std::uint32_t;
using SourceId = std::uint32_t;
using DateId = std::uint32_t;  ///< 0: no date

inline constexpr ActorId no_actor = std::numeric_limits<ActorId>::max();

/// Whoever can sign. A name in another language is empty where it is not known.
struct Actor {
  std::string_view id;
  std::string_view name;
  Kind kind = Kind::other;
  Scope scope = Scope::subnational;
  ActorId within = no_actor;  ///< the parent place
  std::string_view iso;
  std::optional<double> lat;
  std::optional<double> lon;
  std::string_view wikidata;
  std::optional<double> population;
  std::optional<double> population_year;
  std::string_view aliases;  ///< separated by `;`
};

/// A typed, dated, sourced tie of two or more actors.
struct Agreement {
  std::string id;  ///< the line number in a plain network
  Vocabulary::Id type = 0;
  Vocabulary::Id status = 0;
  std::string_view date;  ///< as written, EDTF
  std::string_view until;
  std::optional<double> value_usd;
  std::string_view note;
};

/// Where an agreement is told.
struct Evidence {
  SourceId source = 0;
  TextId locator = 0;
  Certainty certainty = Certainty::stated;
};

struct Source {
  std::string id, title, author, year, publisher, isbn, url, licence;
};

/// A passage of a source and the agreements taken from it, or the reason there is none.
struct Coverage {
  std::string source, locator, agreements, reason;
  std::uint64_t line = 0;
};

/// What a network says of itself.
struct NetworkInfo {
  std::string name;
  std::string title;
  std::string version;
  std::string licence;
  std::string description;
  std::string temporal_coverage;  ///< an EDTF interval, may be empty
  std::string spatial_coverage;
  std::vector<std::string> contributors;
  std::vector<std::string> countries;  ///< ISO 3166-1 codes in the order of the columns of a drawing
  std::string citation;
  std::vector<ClaimMeasure> claim_measures;
};

/// The rows of a plain network that its file brought along: what a view without filters would build (parallel edges
/// summed up, canonical order), so that nothing has to be built. The network keeps them alive.
struct StoredGraph {
  std::span<const std::uint64_t> offsets;
  std::span<const std::uint32_t> targets;
  std::span<const double> weights;        ///< empty: 1 each
  std::span<const std::uint32_t> counts;  ///< empty: 1 each
  bool symmetric = true;
  bool loops = false;
  std::span<const std::uint32_t> order;  ///< vertices by falling degree; may be empty
};

/// Actors, agreements and their evidence, frozen: ids are 0..count-1 in the order of reading and never move.
///
/// Columns, not objects: texts are stored once, dates once a distinct text, so an agreement costs a few dozen bytes.
/// A network read from an edge list is `plain`: its actors are bare names and its agreements carry a weight.
class Network {
 public:
  Network();

  [[nodiscard]] const NetworkInfo& info() const { return info_; }
  [[nodiscard]] bool plain() const { return plain_; }
  [[nodiscard]] bool directed() const { return directed_; }
  /// The sides were declared: each agreement runs from the first side to the second.
  [[nodiscard]] bool two_mode() const { return two_mode_; }

  [[nodiscard]] std::size_t actor_count() const { return plain_ ? labels_.size() : actors_.size(); }
  [[nodiscard]] Actor actor(ActorId) const;
  [[nodiscard]] std::string_view id(ActorId actor) const { return plain_ ? labels_[actor] : actor_ids_[actor]; }
  [[nodiscard]] std::string_view name(ActorId actor) const;
  [[nodiscard]] Kind kind(ActorId actor) const { return plain_ ? Kind::other : actors_[actor].kind; }
  [[nodiscard]] Scope scope(ActorId actor) const { return plain_ ? Scope::subnational : actors_[actor].scope; }
  [[nodiscard]] ActorId within(ActorId actor) const { return plain_ ? no_actor : actors_[actor].within; }
  [[nodiscard]] std::optional<ActorId> find_actor(std::string_view id) const;
  /// The name in a language (`en` is the name itself), empty where none is known.
  [[nodiscard]] std::string_view name(ActorId actor, std::string_view language) const;
  [[nodiscard]] std::span<const std::string> languages() const { return languages_; }
  /// The country whose tree the actor stands in, `no_actor` if there is none.
  [[nodiscard]] ActorId country(ActorId actor) const { return plain_ ? no_actor : countries_[actor]; }

  [[nodiscard]] std::size_t agreement_count() const { return plain_ ? participants_.size() / 2 : types_.size(); }
  [[nodiscard]] Agreement agreement(AgreementId) const;
  [[nodiscard]] std::string agreement_id(AgreementId) const;
  [[nodiscard]] std::optional<AgreementId> find_agreement(std::string_view id) const;
  [[nodiscard]] Vocabulary::Id type(AgreementId agreement) const { return types_[agreement]; }
  [[nodiscard]] Vocabulary::Id status(AgreementId agreement) const { return statuses_[agreement]; }
  [[nodiscard]] const Date* date(AgreementId agreement) const { return date_of(dates_[agreement]); }
  /// Agreements with the same text for a date have the same number, below `date_count`; 0 where there is none.
  [[nodiscard]] DateId date_id(AgreementId agreement) const { return dates_[agreement]; }
  [[nodiscard]] std::size_t date_count() const { return date_values_.size(); }
  /// The date as written, EDTF; empty where there is none.
  [[nodiscard]] std::string_view date_cell(AgreementId agreement) const {
    return texts_[date_texts_[dates_[agreement]]];
  }
  [[nodiscard]] const Date* until(AgreementId agreement) const { return date_of(untils_[agreement]); }
  [[nodiscard]] std::optional<double> value_usd(AgreementId) const;
  /// The weight column of an edge list; 1 where there is none.
  [[nodiscard]] double weight(AgreementId agreement) const {
    return agreement < weights_.size() ? weights_[agreement] : 1.0;
  }
  /// The edges of a plain network, two actors each, and their weights (empty: 1 each).
  [[nodiscard]] std::span<const ActorId> ends() const { return participants_.rows(); }
  [[nodiscard]] std::span<const double> weights() const { return weights_.rows(); }
  [[nodiscard]] bool has_weights() const { return !weights_.empty(); }
  /// Whether the types say anything: a plain graph without them has the one type `tie`.
  [[nodiscard]] bool has_types() const { return !plain_ || type_terms_.size() > 1 || !type_terms_.find("tie"); }
  [[nodiscard]] bool has_dates() const { return !dates_.empty(); }
  /// The line of the file that an agreement of a plain network came from.
  [[nodiscard]] std::uint64_t line(AgreementId agreement) const;
  [[nodiscard]] std::span<const ActorId> participants(AgreementId agreement) const {
    if (plain_) return participants_.rows().subspan(2 * std::size_t{agreement}, 2);
    const std::uint32_t begin = participant_offsets_[agreement];
    return participants_.rows().subspan(begin, participant_offsets_[agreement + 1] - begin);
  }
  [[nodiscard]] std::string_view role(AgreementId agreement, std::size_t participant) const;
  [[nodiscard]] std::span<const Evidence> evidence(AgreementId) const;
  /// Indexed when first asked for: 4 bytes a participant.
  [[nodiscard]] std::span<const AgreementId> agreements_of(ActorId) const;

  /// Further columns of a graph file, kept as text: of its edges, and of its actors.
  [[nodiscard]] std::span<const Attribute> attributes() const { return attributes_; }
  [[nodiscard]] std::string_view attribute(AgreementId agreement, std::size_t column) const {
    return texts_[columns_[column][agreement]];
  }
  [[nodiscard]] std::span<const Attribute> actor_attributes() const { return actor_attributes_; }
  [[nodiscard]] std::string_view actor_attribute(ActorId actor, std::size_t column) const {
    return texts_[actor_columns_[column][actor]];
  }

  [[nodiscard]] const Vocabulary& types() const { return type_terms_; }
  [[nodiscard]] const Vocabulary& statuses() const { return status_terms_; }
  [[nodiscard]] std::span<const Source> sources() const { return sources_; }
  [[nodiscard]] std::span<const Claim> claims() const { return claims_; }
  [[nodiscard]] std::span<const Coverage> coverage() const { return coverage_; }
  /// The rows that the file brought along; null where it did not.
  [[nodiscard]] const StoredGraph* stored_graph() const { return stored_ ? &*stored_ : nullptr; }
  [[nodiscard]] std::string_view text(TextId id) const { return texts_[id]; }

  /// Bytes that the network holds: its columns, and the texts (ids, names, dates, notes) with their places.
  struct Bytes {
    std::uint64_t columns = 0;
    std::uint64_t text = 0;
  };
  [[nodiscard]] Bytes bytes() const;

  /// Bounds for open and unknown ends of dates: the declared temporal coverage, else the bounds in the data.
  [[nodiscard]] DayRange date_bounds() const { return date_bounds_; }

 private:
  friend class NetworkBuilder;
  friend class PlainBuilder;
  friend class RgnNetwork;

  struct ActorRow {
    TextId name = 0, iso = 0, wikidata = 0, aliases = 0;
    ActorId within = no_actor;
    Kind kind = Kind::other;
    Scope scope = Scope::subnational;
    double lat = missing, lon = missing, population = missing, population_year = missing;
  };
  static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

  /// Actor → agreements, made once.
  struct AgreementIndex;

  [[nodiscard]] const Date* date_of(DateId id) const { return id == 0 ? nullptr : &date_values_[id]; }

  NetworkInfo info_;
  bool plain_ = false;
  bool directed_ = false;
  bool two_mode_ = false;

  StringTable texts_;          // text 0 is the empty one
  StringTable actor_ids_;      // numbered as the actors; empty in a plain network
  StringTable agreement_ids_;  // numbered as the agreements; empty in a plain network
  Labels labels_;              // the actors of a plain network
  Values<TextId> plain_names_;
  std::vector<ActorRow> actors_;
  std::vector<ActorId> countries_;
  std::vector<std::string> languages_;
  std::vector<std::vector<TextId>> names_;  // one column a language

  Vocabulary type_terms_, status_terms_;
  Values<Vocabulary::Id> types_, statuses_;
  Values<DateId> dates_, untils_;
  std::vector<Date> date_values_;   // by DateId
  std::vector<TextId> date_texts_;  // by DateId
  std::vector<double> values_;      // empty where no agreement has one
  Values<TextId> notes_;
  Values<double> weights_;       // plain networks only
  Values<std::uint32_t> lines_;  // plain networks only; empty: edge i stands in line first_line_ + i
  std::uint32_t first_line_ = 0;
  std::vector<Attribute> attributes_, actor_attributes_;
  std::vector<Values<TextId>> columns_, actor_columns_;

  std::vector<std::uint32_t> participant_offsets_{0};
  Values<ActorId> participants_;
  std::vector<TextId> roles_;  // empty where no participant has one
  std::vector<std::uint32_t> evidence_offsets_;
  std::vector<Evidence> evidence_;
  std::shared_ptr<AgreementIndex> index_;

  std::vector<Source> sources_;
  std::vector<Claim> claims_;
  std::vector<Coverage> coverage_;
  DayRange date_bounds_;
  std::optional<StoredGraph> stored_;
  std::shared_ptr<const void> mapping_;  // the file that columns look at
};

}  // namespace regionet
