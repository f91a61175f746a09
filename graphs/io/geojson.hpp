// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graphs/io/graph_format.hpp"

namespace regionet {

/// Writes GeoJSON (RFC 7946): a Point for each actor with coordinates, a LineString for each edge between two of them.
///
/// Place       the columns of the actors called lat or latitude and lon, lng or longitude, in any case, in degrees.
/// Properties  id, name and the columns of an actor; source, target, weight, date, until, type and the columns of an
///             edge. `directed` is a member of the collection. An edge runs the shorter way round; where that crosses
///             the antimeridian it is cut there into a MultiLineString (section 3.1.9).
/// Errors      a coordinate that is no number, out of range or without the other one; no columns of coordinates.
///             A warning tells how many actors and edges have no place and are left out.
/// Cost        O(actors + edges).
void write_geojson(const Network&, GraphOutput&, Diagnostics&);

}  // namespace regionet
