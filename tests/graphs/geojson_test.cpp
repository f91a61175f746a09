// SPDX-License-Identifier: Apache-2.0
#include "graphs/io/geojson.hpp"

#include <nlohmann/json.hpp>

#include "tests/support/plain_networks.hpp"

namespace regionet::test::geojson_test {
using nlohmann::json;

namespace {

struct Place {
  std::string id, lat, lon;
};

/// Actors at places, and an edge from each to the next.
Network chain(const std::vector<Place>& places, const std::string& lat = "lat", const std::string& lon = "lon") {
  PlainBuilder graph;
  const std::size_t north = graph.actor_column(lat, AttributeType::number);
  const std::size_t east = graph.actor_column(lon, AttributeType::number);
  for (const Place& place : places) {
    const ActorId actor = graph.actor(place.id);
    graph.set_actor_cell(actor, north, place.lat);
    graph.set_actor_cell(actor, east, place.lon);
    if (actor > 0) graph.add(actor - 1, actor, actor);
  }
  Diagnostics faults;
  return graph.freeze(faults);
}

struct Written {
  json features;
  Diagnostics faults;
};

Written write(const Network& network) {
  Written out;
  const std::string bytes = test::write_graph(write_geojson, network, out.faults);
  if (out.faults.errors() > 0) return out;
  const json whole = json::parse(bytes);
  CHECK(whole["type"] == "FeatureCollection");
  CHECK(whole["directed"] == network.directed());
  out.features = whole["features"];
  return out;
}

/// The geometry of the edge between two places.
json line(const Place& from, const Place& to) {
  const Written out = write(chain({from, to}));
  REQUIRE(out.features.size() == 3);
  return out.features[2]["geometry"];
}

std::string fault_of(const Place& place) {
  const Written out = write(chain({place}));
  REQUIRE(out.faults.errors() == 1);
  return to_string(out.faults.shown()[0]);
}

json multi(const json& first, const json& second) {
  return {{"type", "MultiLineString"}, {"coordinates", {first, second}}};
}
json single(const json& coordinates) { return {{"type", "LineString"}, {"coordinates", coordinates}}; }

}  // namespace

TEST_CASE("GeoJSON: an actor is a point, an edge a line, longitude first", "[geojson]") {
  PlainBuilder graph;
  graph.directed = true;
  const std::size_t lat = graph.actor_column("lat", AttributeType::number);
  const std::size_t lon = graph.actor_column("lon", AttributeType::number);
  const std::size_t note = graph.actor_column("note", AttributeType::text);
  const ActorId minsk = graph.actor("Minsk");
  const ActorId gansu = graph.actor("Gansu");
  graph.set_label(gansu, "\"\u7518\u8083\"");
  for (const auto& [actor, column, cell] :
       {std::tuple(minsk, lat, "53.9"), std::tuple(minsk, lon, "27.5667"), std::tuple(gansu, lat, "36"),
        std::tuple(gansu, lon, "104"), std::tuple(gansu, note, "7")}) {
    graph.set_actor_cell(actor, column, cell);
  }
  const AgreementId edge = graph.add(minsk, gansu, 1);
  graph.set_weight(edge, 0.1);
  graph.set_date(edge, "2016-05");
  graph.set_until(edge, "2020");
  graph.set_type(edge, "twin");
  graph.set_edge_cell(edge, graph.edge_column("count", AttributeType::integer), "3");
  Diagnostics faults;
  const Network network = graph.freeze(faults);
  CHECK(test::good_bytes(write_geojson, network) ==
        R"({"type":"FeatureCollection","directed":true,"features":[
{"type":"Feature","geometry":{"type":"Point","coordinates":[104,36]},"properties":{"id":"Gansu","name":"\")"
        "\u7518\u8083"
        R"(\"","lat":36,"lon":104,"note":"7"}},
{"type":"Feature","geometry":{"type":"Point","coordinates":[27.5667,53.9]},"properties":{"id":"Minsk","name":"Minsk","lat":53.9,"lon":27.5667}},
{"type":"Feature","geometry":{"type":"LineString","coordinates":[[27.5667,53.9],[104,36]]},"properties":{"source":"Minsk","target":"Gansu","weight":0.1,"date":"2016-05","until":"2020","type":"twin","count":3}}
]}
)");
}

TEST_CASE("GeoJSON: the columns of coordinates have usual names in any case", "[geojson]") {
  for (const std::string lat : {"lat", "LAT", "Latitude"}) {
    for (const std::string lon : {"lon", "Lng", "LONGITUDE"}) {
      CHECK(write(chain({{"a", "1", "2"}}, lat, lon)).features[0]["geometry"]["coordinates"] == json({2, 1}));
    }
  }
  const Written out = write(chain({{"a", "1", "2"}}, "lat", "x"));
  REQUIRE(out.faults.errors() == 1);
  CHECK_THAT(out.faults.shown()[0].what, ContainsSubstring("no column 'lon'"));
  CHECK_THAT(write(chain({{"a", "1", "2"}}, "latitud", "lon")).faults.shown()[0].what, ContainsSubstring("'lat'"));
  CHECK(write(Network(PlainBuilder().freeze(*std::make_unique<Diagnostics>()))).features.empty());
}

TEST_CASE("GeoJSON: actors and edges without a place are counted in a warning", "[geojson]") {
  const Written out = write(chain({{"a", "1", "2"}, {"b", "", ""}, {"c", "3", "4"}, {"d", "5", "6"}}));
  CHECK(out.features.size() == 4);
  CHECK(out.faults.errors() == 0);
  REQUIRE(out.faults.warnings() == 1);
  CHECK(out.faults.shown()[0].severity == Severity::warning);
  CHECK_THAT(out.faults.shown()[0].what,
             ContainsSubstring("1 actor without coordinates and 2 edges to such are not in the map"));
}

TEST_CASE("GeoJSON: coordinates that are none are refused, each with its actor", "[geojson]") {
  CHECK_THAT(fault_of({"Minsk", "53,9", "27"}),
             ContainsSubstring("'Minsk' has the latitude '53,9', which is no number") &&
                 ContainsSubstring("a point, not a comma"));
  CHECK_THAT(fault_of({"a", "90.001", "0"}), ContainsSubstring("latitude 90.001") && ContainsSubstring("-90 to 90"));
  CHECK_THAT(fault_of({"a", "-91", "0"}), ContainsSubstring("exchanged"));
  CHECK_THAT(fault_of({"a", "0", "180.5"}), ContainsSubstring("longitude 180.5"));
  CHECK_THAT(fault_of({"a", "", "7"}), ContainsSubstring("has no latitude"));
  CHECK_THAT(fault_of({"a", "7", ""}), ContainsSubstring("has no longitude"));
  CHECK_THAT(fault_of({"a\x1b", "nan", "1"}), ContainsSubstring("a\\x1b") && ContainsSubstring("'nan'"));
  CHECK(write(chain({{"a", "x", "y"}, {"b", "1", "2"}, {"c", "1", "999"}})).faults.errors() == 3);
  CHECK(write(chain({{"a", "90", "180"}, {"b", "-90", "-180"}})).faults.errors() == 0);
}

TEST_CASE("GeoJSON: a line that crosses the antimeridian is cut there", "[geojson]") {
  // The example of RFC 7946, section 3.1.9.
  CHECK(line({"a", "45", "170"}, {"b", "45", "-170"}) == multi({{170, 45}, {180, 45}}, {{-180, 45}, {-170, 45}}));
  // From 170 E to 170 W is 20 degrees; the antimeridian lies half way.
  CHECK(line({"a", "10", "170"}, {"b", "20", "-170"}) == multi({{170, 10}, {180, 15}}, {{-180, 15}, {-170, 20}}));
  CHECK(line({"a", "20", "-170"}, {"b", "10", "170"}) == multi({{-170, 20}, {-180, 15}}, {{180, 15}, {170, 10}}));
  // A quarter of the way: 5 of 20 degrees.
  CHECK(line({"a", "0", "175"}, {"b", "-8", "-165"}) == multi({{175, 0}, {180, -2}}, {{-180, -2}, {-165, -8}}));
  CHECK(line({"a", "0", "90"}, {"b", "1", "-90"}) == single({{90, 0}, {-90, 1}}));  // as far either way
}

TEST_CASE("GeoJSON: an end on the antimeridian is written on the side of the other", "[geojson]") {
  CHECK(line({"a", "1", "180"}, {"b", "2", "-170"}) == single({{-180, 1}, {-170, 2}}));
  CHECK(line({"a", "1", "170"}, {"b", "2", "-180"}) == single({{170, 1}, {180, 2}}));
  CHECK(line({"a", "1", "180"}, {"b", "2", "-180"}) == single({{-180, 1}, {-180, 2}}));
  CHECK(line({"a", "1", "180"}, {"b", "2", "170"}) == single({{180, 1}, {170, 2}}));
}

TEST_CASE("GeoJSON: weird texts are escaped, and columns called as a property are refused", "[geojson]") {
  PlainBuilder graph;
  const std::vector<std::string> texts = test::weird_texts(true);
  for (const std::string& text : texts) {
    const ActorId actor = graph.actor(text);
    graph.set_actor_cell(actor, graph.actor_column("lat", AttributeType::number), "1");
    graph.set_actor_cell(actor, graph.actor_column("lon", AttributeType::number), "2");
  }
  Diagnostics faults;
  const Network network = graph.freeze(faults);
  const Written out = write(network);
  REQUIRE(out.features.size() == texts.size());
  for (ActorId actor = 0; actor < network.actor_count(); ++actor) {
    CHECK(out.features[actor]["properties"]["id"] == network.id(actor));
  }

  PlainBuilder clash;
  static_cast<void>(clash.actor_column("name", AttributeType::text));
  static_cast<void>(clash.edge_column("source", AttributeType::text));
  CHECK(write(clash.freeze(faults)).faults.errors() == 2);
}

TEST_CASE("GeoJSON: loops and parallel edges stay", "[geojson]") {
  PlainBuilder graph;
  const ActorId a = graph.actor("a");
  graph.set_actor_cell(a, graph.actor_column("lat", AttributeType::number), "1");
  graph.set_actor_cell(a, graph.actor_column("lon", AttributeType::number), "2");
  graph.add(a, a, 1);
  graph.add(a, a, 2);
  Diagnostics faults;
  const Written out = write(graph.freeze(faults));
  REQUIRE(out.features.size() == 3);
  CHECK(out.features[1]["geometry"] == single({{2, 1}, {2, 1}}));
}

}  // namespace regionet::test::geojson_test
