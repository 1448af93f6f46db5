import Testing

@testable import Demo

/// The outlines tile the district: each edge between two towns belongs to both, the others close one outline around all.
@Suite struct TownMapTests {
    private struct Edge: Hashable {
        let from: TownMap.Corner
        let to: TownMap.Corner
        var reversed: Edge { Edge(from: to, to: from) }
    }

    let map: TownMap

    init() throws {
        map = try TownMap.load()
    }

    private func edges() -> [Edge] {
        map.outlines.values.flatMap { ring in zip(ring, ring.dropFirst()).map { Edge(from: $0, to: $1) } }
    }

    /// Twice the area to the left of a closed walk, in units of 10⁻¹⁰ square degrees, exactly.
    private func area(_ walk: [TownMap.Corner]) -> Int {
        let corners = walk.map { (Int(($0.longitude * 1e5).rounded()), Int(($0.latitude * 1e5).rounded())) }
        return zip(corners, corners.dropFirst()).reduce(0) { $0 + $1.0.0 * $1.1.1 - $1.1.0 * $1.0.1 }
    }

    @Test func `every town of the plan has one closed outline, counter-clockwise`() throws {
        let plan = try DistrictPlan.load()
        #expect(Set(map.outlines.keys) == Set(plan.towns.map(\.code)))
        for ring in map.outlines.values {
            #expect(ring.count > 3)
            #expect(ring.first == ring.last)
            #expect(area(ring) > 0)
        }
    }

    @Test func `no edge is walked twice the same way, and inner edges are walked once each way`() {
        let all = edges()
        #expect(Set(all).count == all.count)
    }

    @Test func `the areas of the towns add up to that of the district`() throws {
        let all = Set(edges())
        let outer = all.filter { !all.contains($0.reversed) }
        var next = Dictionary(uniqueKeysWithValues: outer.map { ($0.from, $0.to) })
        let start = try #require(outer.first?.from)
        var walk = [start]
        while let corner = walk.last, let following = next.removeValue(forKey: corner) { walk.append(following) }
        #expect(next.isEmpty, "the outer edges are one outline")
        #expect(walk.last == start)
        #expect(map.outlines.values.reduce(0) { $0 + area($1) } == area(walk))
        // About 500 km²: a degree is 86.5 km wide and 111 km high here.
        let squareKilometres = Double(area(walk)) / 2 * 1e-10 * 86.51 * 110.99
        #expect((450...550).contains(squareKilometres))
    }

    @Test func `a point outside the district is in no town`() {
        #expect(map.town(longitude: 116.5, latitude: 39) == nil)
        #expect(map.town(longitude: 117, latitude: 39.5) == nil)
    }
}
