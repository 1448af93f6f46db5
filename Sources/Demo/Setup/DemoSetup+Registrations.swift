import Ledger
import Records
import Registry
import Standards

extension DemoSetup {
    /// Everything the district consists of, in the order in which it must be known.
    func registrations() throws -> [Action] {
        bureau + towns + stations + sections + noisePoints + outlets + bindings + targets
    }

    private func townName(_ code: String) -> String { plan.towns.first { $0.code == code }?.name ?? code }

    private var bureau: [Action] {
        [
            RegistryActions.register(
                "bureau", kind: .bureau, name: plan.bureau,
                fields: ["isDemo": true, "notice": .string(plan.notice), "district": .string(plan.district.name)],
                by: actor)
        ]
    }

    private var towns: [Action] {
        plan.towns.map { town in
            let corners = (outlines.outlines[town.code] ?? []).map { "[\($0.longitude),\($0.latitude)]" }
            return RegistryActions.register(
                town.code, kind: .town, name: town.name,
                fields: ["polygon": .string("[\(corners.joined(separator: ","))]"), "townKind": .string(town.kind)],
                by: actor)
        }
    }

    private var stations: [Action] {
        plan.airStations.map { station in
            RegistryActions.register(
                station.code, kind: .station, name: station.name,
                fields: [
                    "town": .string(townName(station.town)), "longitude": .string(station.longitude),
                    "latitude": .string(station.latitude), "managementLevel": .string(station.level.rawValue),
                    "isEvaluated": .bool(station.evaluated), "operator": "示范运维公司（演示）",
                ], by: actor)
        }
    }

    private var sections: [Action] {
        plan.waterSections.map { section in
            RegistryActions.register(
                section.id, kind: .section, name: section.name,
                fields: [
                    "town": .string(townName(section.responsibleTown)), "waterBody": .string(section.waterBody),
                    "bodyKind": .string(section.kind.rawValue), "targetClass": .string(section.targetClass),
                    "order": .integer(Int64(section.order)), "longitude": .string(section.longitude),
                    "latitude": .string(section.latitude), "riverKilometre": .string(section.kilometre ?? ""),
                    "boundary": .string(section.boundary ?? ""),
                ], by: actor)
        }
    }

    private var noisePoints: [Action] {
        plan.noisePoints.map { point in
            RegistryActions.register(
                point.id, kind: .noise, name: point.name,
                fields: [
                    "town": .string(townName(point.town)), "zoneClass": .string(point.zone),
                    "longitude": .string(point.longitude), "latitude": .string(point.latitude),
                ], by: actor)
        }
    }

    private var outlets: [Action] {
        plan.enterprises.flatMap { enterprise in
            enterprise.outlets.map { outlet in
                RegistryActions.register(
                    outlet.id, kind: .outlet, name: outlet.name,
                    fields: [
                        "enterprise": .string(enterprise.name), "creditCode": .string(enterprise.creditCode),
                        "address": .string(enterprise.address), "town": .string(townName(enterprise.town)),
                        "industry": .string(enterprise.industry), "longitude": .string(enterprise.longitude),
                        "latitude": .string(enterprise.latitude), "medium": outlet.kind == .gas ? "air" : "water",
                        "limits": .array(outlet.limits.map { limit(of: $0, standard: outlet.standard) }),
                    ], by: actor)
            }
        }
    }

    private func limit(of limit: DistrictPlan.Limit, standard: String) -> CanonicalValue {
        [
            "item": .string(limit.item), "name": .string(Self.itemNames[limit.item] ?? limit.item),
            "limit": .string(limit.upper), "lower": limit.lower.map(CanonicalValue.string) ?? .null,
            "unit": .string(limit.unit), "converted": .bool(limit.converted), "standard": .string(standard),
        ]
    }

    private static let itemNames = [
        "so2": "二氧化硫", "nox": "氮氧化物", "pm": "颗粒物", "cod": "化学需氧量", "nh3n": "氨氮", "ph": "pH",
        "nmhc": "非甲烷总烃",
    ]

    private var bindings: [Action] {
        plan.airStations.map { binding($0.device, of: $0.code, owner: nil) }
            + plan.waterSections.map { binding($0.device, of: $0.id, owner: nil, hourSeconds: 14_400) }
            + plan.noisePoints.map { binding($0.device, of: $0.id, owner: nil) }
            + plan.enterprises.flatMap { enterprise in
                enterprise.outlets.filter { $0.device.awaitsAdoption != true }
                    .map { binding($0.device, of: $0.id, owner: enterprise.name) }
            }
    }

    /// - Parameter owner: the polluter whose device it is; nil for the bureau's own.
    private func binding(
        _ device: DistrictPlan.Device, of object: String, owner: String?, hourSeconds: Int = 3_600
    ) -> Action {
        let channels = plan.channels(of: device).map { channel in
            // Nanograms are what HJ 212 table B.2 names for particles; the items are kept in micrograms.
            DeviceChannel(code: channel.code, item: channel.item, powerOfTen: channel.unit == "ng/m³" ? -3 : 0)
        }
        var settings = DeviceSettings()
        settings.ownership = owner == nil ? .bureau : .enterprise
        settings.owner = owner ?? plan.bureau
        settings.dialect = device.version.rawValue
        settings.hourSeconds = hourSeconds
        settings.realtimeSeconds = device.realtimeSeconds
        settings.acceptedOn = Self.acceptedOn
        settings.filedOn = Self.filedOn
        return RegistryActions.bind(device: device.mn, to: object, channels: channels, settings: settings, by: actor)
    }

    /// Long before the history begins, so that all of it counts.
    private static let acceptedOn = CivilDate(year: 2024, month: 5, day: 20)
    private static let filedOn = CivilDate(year: 2024, month: 6, day: 3)

    private var targets: [Action] {
        plan.targets.flatMap { target in
            [
                RegistryActions.setTarget(
                    year: target.year, item: "pm25", value: target.pm25, basis: target.document, by: actor),
                RegistryActions.setTarget(
                    year: target.year, item: "goodDays", value: String(target.goodDays), basis: target.document,
                    by: actor),
            ]
        }
    }
}
