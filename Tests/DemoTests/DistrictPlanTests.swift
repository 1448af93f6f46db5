import Standards
import Testing

@testable import Demo

@Suite struct DistrictPlanTests {
    let plan: DistrictPlan
    let map: TownMap

    init() throws {
        plan = try DistrictPlan.load()
        map = try TownMap.load()
    }

    @Test func `the district has its towns, stations, sections, points and enterprises`() {
        #expect((9...11).contains(plan.towns.count))
        #expect(plan.airStations.count == 12)
        #expect(plan.waterSections.count == 10)
        #expect(plan.noisePoints.count == 5)
        #expect(plan.enterprises.count == 3)
        #expect(plan.airStations.filter(\.evaluated).count >= 8)
        #expect(plan.airStations.contains { $0.level == .national })
        #expect(plan.airStations.filter { $0.level == .micro }.map(\.evaluated) == [false])
        #expect(Set(plan.noisePoints.map(\.zone)) == ["1", "2", "3", "4a"])
    }

    @Test func `whatever bears a name of its own says that it is a demo`() {
        #expect(plan.notice == "演示数据")
        #expect(plan.bureau.contains("演示"))
        #expect(plan.enterprises.allSatisfy { $0.name.contains("演示") && $0.creditCode.contains("DEMA") })
        #expect(plan.targets.allSatisfy { $0.document.contains("演示") })
        #expect(plan.devices.allSatisfy { $0.mn.hasPrefix("DE000000") && $0.mn.utf8.count == 24 })
    }

    @Test func `every air station, section, noise point and enterprise lies in its town`() throws {
        var places = plan.airStations.map { ($0.code, $0.town, $0.longitude, $0.latitude) }
        places += plan.noisePoints.map { ($0.id, $0.town, $0.longitude, $0.latitude) }
        places += plan.enterprises.map { ($0.id, $0.town, $0.longitude, $0.latitude) }
        places += plan.waterSections.map { ($0.id, $0.responsibleTown, $0.longitude, $0.latitude) }
        for (id, town, longitude, latitude) in places {
            let found = map.town(
                longitude: try #require(Double(longitude)), latitude: try #require(Double(latitude)))
            #expect(found == town, "\(id)")
        }
    }

    @Test func `sections of one water body are numbered upstream first and flow from town to town`() {
        for sections in Dictionary(grouping: plan.waterSections, by: \.waterBody).values {
            let ordered = sections.sorted { $0.order < $1.order }
            #expect(ordered.map(\.order) == Array(1...ordered.count))
            for (upper, lower) in zip(ordered, ordered.dropFirst()) { #expect(lower.fromTown == upper.toTown) }
        }
    }

    @Test func `a device's channels know every item of its subject and no code twice`() {
        for device in plan.devices {
            let channels = plan.channels(of: device)
            #expect(!channels.isEmpty)
            #expect(Set(channels.map(\.code)).count == channels.count)
        }
        for station in plan.airStations {
            let items = plan.channels(of: station.device).compactMap { AirItem(rawValue: $0.item) }
            #expect(Set(items) == Set(AirItem.allCases))
        }
        for section in plan.waterSections {
            for channel in plan.channels(of: section.device) {
                let item = WaterItem(rawValue: channel.item)
                #expect(item.map(WaterColumn.decimals(of:)) == channel.decimals, "\(channel.code)")
            }
        }
        for outlet in plan.enterprises.flatMap(\.outlets) {
            let items = Set(plan.channels(of: outlet.device).map(\.item))
            #expect(items == Set(outlet.typical.keys))
            #expect(outlet.limits.allSatisfy { items.contains($0.item) })
        }
    }

    /// GB 32100: the last character closes the code modulo 31.
    @Test func `the enterprises' credit codes have a right check character`() throws {
        let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
        for enterprise in plan.enterprises {
            var weight = 1
            var sum = 0
            for character in enterprise.creditCode.dropLast() {
                sum += try #require(alphabet.firstIndex(of: character)) * weight
                weight = weight * 3 % 31
            }
            #expect(enterprise.creditCode.last == alphabet[(31 - sum % 31) % 31])
        }
    }

    @Test func `every deviation that the demo has to show is shown by some device`() {
        let shown = Set(plan.devices.flatMap(\.deviations))
        #expect(shown == Deviation.shownInDemo)
    }
}
