// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/diagnostic.hpp"
#include "graphs/model/network.hpp"

namespace regionet {

/// Where a row of a table stands: which layer (dataset folder) and which line of its file.
struct Origin {
  std::uint32_t layer = 0;
  std::uint32_t line = 0;
};

/// Collects a network row by row, then checks and freezes it.
///
/// Layers lie over each other: a row of a later layer with a known id completes or corrects the earlier one, and
/// participants that a later layer lists for an agreement replace the earlier set. Rows may come in any order;
/// ids are numbered in the order of their first appearance.
class NetworkBuilder {
 public:
  using ActorRow = Network::ActorRow;

  NetworkBuilder();

  NetworkInfo info;
  Vocabulary types = standard_types();
  Vocabulary statuses = standard_statuses();
  std::vector<Source> sources;
  std::vector<Claim> claims;
  std::vector<Coverage> coverage;
  /// The folder of each layer, for messages of `freeze`.
  std::vector<std::string> layers;
  bool directed = false;
  bool two_mode = false;

  TextId text(std::string_view text) { return net_.texts_.intern(text); }
  [[nodiscard]] std::string_view text_of(TextId id) const { return net_.texts_[id]; }

  /// The actor of this id, added where it is new (`second`).
  std::pair<ActorId, bool> add_actor(std::string_view id, Origin);
  [[nodiscard]] std::optional<ActorId> find_actor(std::string_view id) const { return net_.find_actor(id); }
  [[nodiscard]] ActorRow& actor(ActorId id) { return net_.actors_[id]; }
  [[nodiscard]] Origin& origin_of_actor(ActorId id) { return actor_origins_[id]; }
  void set_name(ActorId, std::string_view language, std::string_view name);

  std::pair<AgreementId, bool> add_agreement(std::string_view id, Origin);
  [[nodiscard]] std::optional<AgreementId> find_agreement(std::string_view id) const { return net_.find_agreement(id); }
  [[nodiscard]] std::size_t agreement_count() const { return net_.agreement_count(); }
  [[nodiscard]] std::string_view agreement_id(AgreementId id) const { return net_.agreement_ids_[id]; }
  [[nodiscard]] Origin& origin_of_agreement(AgreementId id) { return agreement_origins_[id]; }
  void set_type(AgreementId id, Vocabulary::Id type) { net_.types_.write(id, type); }
  void set_status(AgreementId id, Vocabulary::Id status) { net_.statuses_.write(id, status); }
  /// Throws DateError.
  void set_date(AgreementId id, std::string_view edtf) { net_.dates_.write(id, date(edtf)); }
  void set_until(AgreementId id, std::string_view edtf) { net_.untils_.write(id, date(edtf)); }
  /// Calls `report` with a message where the agreement ends before its date.
  template <typename Report>
  void check_end(AgreementId id, Report report) const {
    const Date* const begin = net_.date(id);
    const Date* const end = net_.until(id);
    if (begin == nullptr || end == nullptr || begin->start != DateEnd::known || end->end != DateEnd::known) return;
    if (end->latest < begin->earliest) report("the agreement ends before its date");
  }
  void set_value(AgreementId, double usd);
  void set_note(AgreementId id, std::string_view note) { net_.notes_.write(id, text(note)); }

  void add_participant(AgreementId, ActorId, std::string_view role, Origin);
  void add_evidence(AgreementId, Evidence, Origin);

  /// Tells that this id may be added next.
  void expect_agreement(std::string_view id) const { net_.agreement_ids_.expect(id); }

  /// Make room for so many more; what is not filled costs nothing but addresses.
  void reserve_agreements(std::size_t count);
  void reserve_participants(std::size_t count) { participants_.reserve(participants_.size() + count); }
  void reserve_evidence(std::size_t count) { evidence_.reserve(evidence_.size() + count); }

  /// Checks what only the whole can show (the `within` tree, two actors an agreement, repeated rows) and freezes.
  /// Faults are added to `faults`; the network is of use only where they hold no error.
  [[nodiscard]] Network freeze(Diagnostics& faults) &&;

 private:
  friend class PlainBuilder;

  struct ParticipantRow {
    AgreementId agreement = 0;
    ActorId actor = 0;
    TextId role = 0;
    Origin origin;
  };
  struct EvidenceRow {
    AgreementId agreement = 0;
    Evidence evidence;
    Origin origin;
  };

  DateId date(std::string_view edtf);
  void place_participants(Diagnostics&);
  void place_evidence(Diagnostics&);
  void check_tree(Diagnostics&) const;
  void find_countries();
  void bound_dates();
  [[nodiscard]] Diagnostic fault(std::string_view table, Origin, std::string what, std::string mend) const;

  Network net_;
  std::vector<DateId> date_of_text_;  // by TextId, 0 where the text was not yet read as a date
  std::vector<Origin> actor_origins_, agreement_origins_;
  std::vector<ParticipantRow> participants_;
  std::vector<EvidenceRow> evidence_;
};

}  // namespace regionet
