// SPDX-License-Identifier: Apache-2.0
// What each command answers, as tables. A file a command; no printing here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/measures/vertex_measures.hpp"
#include "engine/measures/view_communities.hpp"
#include "engine/report/language.hpp"
#include "engine/report/table.hpp"
#include "graphs/view/view.hpp"

namespace regionet {

/// Columns that break the agreements of a vertex down.
enum class Split : std::uint8_t { type, status, signer, kind };

struct RankOptions {
  std::vector<MeasureRequest> by;  ///< the first one ranks
  bool combined = false;           ///< rank by all of them together (Borda), and say how far they agree
  ActorId country = no_actor;      ///< only its vertices are shown
  std::size_t top = 0;             ///< ranks up to this one; 0: all
  std::optional<Split> split;
  Language language = Language::en;
};

struct RankReport {
  Report report;
  Outcome outcome = Outcome::complete;
};

/// Vertices by measures: one block a country, by code, the rank restarting; a plain graph is one block.
[[nodiscard]] RankReport rank_report(const View&, const RankOptions&, const RunContext&);

struct TiesOptions {
  std::vector<MeasureRequest> by;  ///< measures of ties, the first one sorts
  ActorId country = no_actor;
  std::size_t top = 0;
  Language language = Language::en;
};
/// Pairs with their agreements, the largest first.
[[nodiscard]] RankReport ties_report(const View&, const TiesOptions&, const RunContext&);
/// The first side by the second (all by all where there are not two sides), with margins and zeros.
[[nodiscard]] Report matrix_report(const View&, const TiesOptions&);

/// Every agreement behind a vertex or a tie. `explain_names` finds what the names mean.
struct ExplainSubject {
  ActorId actor = no_actor;
  Level level = Level::region;  ///< at which it is shown
};
[[nodiscard]] Report explain_report(const Network&, const ViewOptions&, std::span<const ExplainSubject>, Language,
                                    const RunContext&);

enum class Listing : std::uint8_t { actors, agreements, sources, types, claims, measures };
[[nodiscard]] Report list_report(const View&, Listing, ActorId country, Language, const RunContext&);

/// Every measure and figure, one row each; or one of them in full. Throws std::invalid_argument for an unknown one.
[[nodiscard]] Report measures_report(Language);
[[nodiscard]] Report describe_report(const std::string& name, Language);

/// What the sources say of the whole, beside what the network names; see `count_claims`.
[[nodiscard]] Table claims_table(const View&, bool only_counted, Language, const RunContext&);

/// Figures of the whole network; all of them where `names` is empty. Throws std::invalid_argument for an unknown one.
[[nodiscard]] Report summary_report(const View&, std::span<const std::string> names, Language, const RunContext&);

/// A curve that `curve_report` draws up.
struct CurveInfo {
  std::string_view name;
  std::string_view definition;
  std::vector<ParameterInfo> parameters;
};
[[nodiscard]] std::vector<CurveInfo> curve_infos();
/// A figure of the whole network that is a curve, a row a step: `name` or `name:parameter=value`. Throws
/// std::invalid_argument for an unknown one.
[[nodiscard]] Report curve_report(const View&, const std::string& typed, Language, const RunContext&);

struct CommunitiesOptions {
  ActorId country = no_actor;  ///< only its vertices are shown
  bool explain = false;        ///< with `explain_communities` beside
  Language language = Language::en;
};
/// A block a community, the largest first; in json as members of communities.
[[nodiscard]] Report communities_report(const View&, const CommunityRequest&, const ViewCommunities&,
                                        const CommunitiesOptions&);

/// Beside them: the agreements of each community with the strongest ties within, its types with those that stand out
/// (hypergeometric, false-discovery rate 0.05), and the role of each place.
[[nodiscard]] std::vector<SideTable> explain_communities(const View&, const Partition&, Language);

/// Resolutions and what Leiden finds at each.
[[nodiscard]] Report scan_report(const View&, const CommunityRequest&, std::span<const ScanPoint>, Language);

/// Places and their communities, as a file of the command `communities` holds them.
struct NamedPartition {
  std::string label;  ///< for the reader
  std::vector<std::string> ids, names, communities;
};
/// How far two partitions agree on the places that both hold, see `compare_partitions`; and which places moved.
[[nodiscard]] Report compare_report(const NamedPartition& a, const NamedPartition& b, Language);

/// How to cite the tool and the data.
[[nodiscard]] Report cite_report(const Network&);

/// Lines under a table: which data, how many agreements, what was not counted and why.
[[nodiscard]] std::vector<std::string> reader_lines(const View&);
/// `belarus-china 1.0.0 · 1 source, to 2019 · 163 agreements, of them 9 planned, not counted`
[[nodiscard]] std::string source_line(const View&);

/// A type or status: its id for machines, its title for people.
[[nodiscard]] Cell type_cell(const Network&, Vocabulary::Id, Language);
[[nodiscard]] Cell status_cell(const Network&, Vocabulary::Id, Language);
/// Participants by id, `;` between them.
[[nodiscard]] std::string actor_ids(const Network&, AgreementId);
/// Participants by name, `; ` between them; the evidence as `source locator (certainty)`.
[[nodiscard]] std::string actor_names(const Network&, AgreementId, Language);
[[nodiscard]] std::string evidence_text(const Network&, AgreementId);
/// Ids of types, `;` between them, as titles in a language.
[[nodiscard]] std::string titles_of(const Network&, std::string_view type_ids, Language);
/// A date cell: EDTF for machines, words for people.
[[nodiscard]] Cell date_cell(std::string_view edtf, Language);
/// The ISO code of an actor, else its id where it is a place of a dataset; empty in a plain graph.
[[nodiscard]] std::string_view code_of(const Network&, ActorId);

/// Headings in a language for keys.
[[nodiscard]] std::vector<Column> columns_of(Language, std::initializer_list<std::string_view> keys);

}  // namespace regionet
