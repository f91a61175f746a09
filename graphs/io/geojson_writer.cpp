// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <optional>

#include "graphs/ascii.hpp"
#include "graphs/io/csv.hpp"
#include "graphs/io/geojson.hpp"
#include "graphs/io/json_graph.hpp"

namespace regionet {
namespace {

constexpr std::array<std::string_view, 2> point_members{"id", "name"};
constexpr std::array<std::string_view, 2> latitude_names{"lat", "latitude"};
constexpr std::array<std::string_view, 3> longitude_names{"lon", "lng", "longitude"};

struct Position {
  double lon = 0;
  double lat = 0;
};

/// The column of the first of `names` that there is.
std::optional<std::size_t> find_column(std::span<const Attribute> columns, std::span<const std::string_view> names) {
  for (const std::string_view name : names) {
    const auto found =
        std::ranges::find_if(columns, [&](const Attribute& column) { return lower_ascii(column.name) == name; });
    if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
  }
  return std::nullopt;
}

/// Where the actors are.
class Positions {
 public:
  Positions(const Network& network, Diagnostics& faults) : network_(network), faults_(faults) {
    const auto columns = network.actor_attributes();
    lat_ = find_column(columns, latitude_names);
    lon_ = find_column(columns, longitude_names);
    of_.resize(network.actor_count());
    if (network.actor_count() > 0 && (!lat_ || !lon_)) {
      faults.add({.what = fmt::format("the actors have no column '{}'", lat_ ? "lon" : "lat"),
                  .expected = "columns lat and lon, in degrees",
                  .mend = "give the actors coordinates, or choose a format without a map"});
      return;
    }
    for (ActorId actor = 0; actor < network.actor_count(); ++actor) of_[actor] = read(actor);
  }

  [[nodiscard]] const std::optional<Position>& operator[](ActorId actor) const { return of_[actor]; }

 private:
  std::optional<Position> read(ActorId actor) {
    const std::string_view lat = network_.actor_attribute(actor, *lat_);
    const std::string_view lon = network_.actor_attribute(actor, *lon_);
    if (lat.empty() && lon.empty()) return std::nullopt;
    if (lat.empty() || lon.empty()) {
      fault(actor, fmt::format("has no {}", lat.empty() ? "latitude" : "longitude"), "both or none");
      return std::nullopt;
    }
    const auto north = degrees(actor, "latitude", lat, 90);
    const auto east = degrees(actor, "longitude", lon, 180);
    if (!north || !east) return std::nullopt;
    return Position{.lon = *east, .lat = *north};
  }

  std::optional<double> degrees(ActorId actor, std::string_view what, std::string_view cell, double most) {
    const auto value = parse_number(cell);
    if (!value) {
      fault(actor, fmt::format("has the {} '{}', which is no number", what, printable(cell)), "", number_mend(cell));
    } else if (std::abs(*value) > most) {
      fault(actor, fmt::format("has the {} {}", what, *value), fmt::format("degrees from -{0} to {0}", most),
            "are the columns of lat and lon exchanged?");
      return std::nullopt;
    }
    return value;
  }

  void fault(ActorId actor, std::string_view what, std::string expected, std::string mend = "") {
    faults_.add({.what = fmt::format("the actor '{}' {}", printable(network_.id(actor)), what),
                 .expected = std::move(expected),
                 .mend = std::move(mend)});
  }

  const Network& network_;
  Diagnostics& faults_;
  std::optional<std::size_t> lat_, lon_;
  std::vector<std::optional<Position>> of_;
};

std::string coordinates(Position at) { return fmt::format("[{},{}]", at.lon, at.lat); }

std::string line_between(Position from, Position to) {
  return fmt::format("[{},{}]", coordinates(from), coordinates(to));
}

/// The shorter way round from one place to the other.
std::string geometry_between(Position from, Position to) {
  constexpr double half = 180;
  const auto line = [](const std::string& at) {
    return fmt::format("{{\"type\":\"LineString\",\"coordinates\":{}}}", at);
  };
  if (std::abs(from.lon - to.lon) <= half) return line(line_between(from, to));
  // An end on the antimeridian lies on both of its sides: take the side of the other end.
  if (std::abs(from.lon) == half) return line(line_between({.lon = -from.lon, .lat = from.lat}, to));
  if (std::abs(to.lon) == half) return line(line_between(from, {.lon = -to.lon, .lat = to.lat}));
  const double edge = std::copysign(half, from.lon);
  const double way = 2 * half - std::abs(from.lon - to.lon);
  const double lat = from.lat + (to.lat - from.lat) * ((half - std::abs(from.lon)) / way);
  return fmt::format("{{\"type\":\"MultiLineString\",\"coordinates\":[{},{}]}}",
                     line_between(from, {.lon = edge, .lat = lat}), line_between({.lon = -edge, .lat = lat}, to));
}

class GeoJsonWriter {
 public:
  GeoJsonWriter(const Network& network, GraphOutput& out, Diagnostics& faults)
      : network_(network), out_(out), faults_(faults), positions_(network, faults), properties_(faults) {}

  void write() {
    if (faults_.errors() > 0) return;
    out_ << "{\"type\":\"FeatureCollection\",\"directed\":" << (network_.directed() ? "true" : "false")
         << ",\"features\":[";
    write_points();
    write_lines();
    out_ << "\n]}\n";
    tell(network_.actor_count() - points_, network_.agreement_count() - lines_);
  }

 private:
  void write_points() {
    for (ActorId actor = 0; actor < network_.actor_count(); ++actor) {
      const auto& at = positions_[actor];
      if (!at) continue;
      properties_.open().text("id", network_.id(actor)).text("name", network_.name(actor));
      append_json_columns(properties_, network_, actor);
      write_feature(fmt::format("{{\"type\":\"Point\",\"coordinates\":{}}}", coordinates(*at)));
      ++points_;
    }
  }

  void write_lines() {
    for (AgreementId edge = 0; edge < network_.agreement_count(); ++edge) {
      const auto ends = network_.participants(edge);
      const auto& from = positions_[ends[0]];
      const auto& to = positions_[ends[1]];
      if (!from || !to) continue;
      properties_.open();
      append_json_edge(properties_, network_, edge);
      write_feature(geometry_between(*from, *to));
      ++lines_;
    }
  }

  void write_feature(std::string_view geometry) {
    out_ << (points_ + lines_ == 0 ? "\n" : ",\n") << "{\"type\":\"Feature\",\"geometry\":" << geometry
         << ",\"properties\":" << properties_.close() << "}";
  }

  void tell(std::uint64_t actors, std::uint64_t edges) {
    if (actors == 0) return;
    faults_.add({.severity = Severity::warning,
                 .what = fmt::format("{} actor{} without coordinates and {} edge{} to such are not in the map", actors,
                                     actors == 1 ? "" : "s", edges, edges == 1 ? "" : "s"),
                 .mend = "fill in the columns lat and lon"});
  }

  const Network& network_;
  GraphOutput& out_;
  Diagnostics& faults_;
  Positions positions_;
  JsonObject properties_;
  std::uint64_t points_ = 0, lines_ = 0;
};

}  // namespace

void write_geojson(const Network& network, GraphOutput& out, Diagnostics& faults) {
  check_json_columns(network.actor_attributes(), point_members, faults);
  check_json_columns(network.attributes(), json_edge_members, faults);
  GeoJsonWriter(network, out, faults).write();
}

}  // namespace regionet
