extension DistrictPlan {
    /// A town (镇) or street office (街道); its outline is in `towns.geojson` under the same code.
    package struct Town: Codable, Hashable, Sendable {
        package let code: String
        package let name: String
        /// 街道 or 镇.
        package let kind: String
    }

    /// An ambient air station.
    package struct AirStation: Codable, Sendable {
        package let code: String
        package let name: String
        /// Code of the town in which it stands.
        package let town: String
        /// Decimal degrees, CGCS2000, as text.
        package let longitude: String
        package let latitude: String
        package let level: Level
        /// 参与评价: whether its values enter the means of its town and of the district.
        package let evaluated: Bool
        package let device: Device

        package enum Level: String, Codable, CaseIterable, Sendable {
            /// The superior's reviewed value is the official one: the district does not review it.
            case national = "国控"
            case city = "市控"
            case town = "街镇"
            case micro = "微型站"
        }
    }

    /// An automatic surface-water section.
    package struct WaterSection: Codable, Sendable {
        package let id: String
        package let name: String
        /// River, canal or lake; sections of one body are ordered by `order`, upstream first.
        package let waterBody: String
        package let kind: Kind
        package let order: Int
        /// Along the river, decimal text; nil for a lake.
        package let kilometre: String?
        /// 入境 or 出境 where the river crosses the district's border.
        package let boundary: String?
        /// 水质目标 by GB 3838-2002: III, IV or V.
        package let targetClass: String
        /// 责任街镇, a town's code.
        package let responsibleTown: String
        /// The reach that the section judges runs from this town (nil: from outside the district) …
        package let fromTown: String?
        /// … to this one.
        package let toTown: String
        package let longitude: String
        package let latitude: String
        /// 断流: no water in the calendar month of the demo and the one before it.
        package let driesUp: Bool
        /// Levels about which the model varies: decimal text by item.
        package let typical: [String: String]
        package let device: Device

        package enum Kind: String, Codable, Sendable {
            case river, lake
        }
    }

    /// An automatic noise station of a functional zone.
    package struct NoisePoint: Codable, Sendable {
        package let id: String
        package let name: String
        package let town: String
        /// Zone class of GB 3096-2008: 1, 2, 3 or 4a.
        package let zone: String
        package let longitude: String
        package let latitude: String
        /// dB(A), about which the model varies.
        package let typicalDay: String
        package let typicalNight: String
        package let device: Device
    }

    /// What the district has been set for a year by an invented document.
    package struct AnnualTarget: Codable, Hashable, Sendable {
        package let year: Int
        /// Annual mean of PM2.5 not above, µg/m³.
        package let pm25: String
        /// Days with an AQI of at most 100 not fewer than.
        package let goodDays: Int
        /// Number of the fictional document, marked 演示.
        package let document: String
    }

    /// The target set for a year; nil when none was set.
    package func target(year: Int) -> AnnualTarget? {
        targets.first { $0.year == year }
    }
}
