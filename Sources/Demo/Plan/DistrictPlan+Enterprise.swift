extension DistrictPlan {
    /// An invented enterprise under supervision.
    package struct Enterprise: Codable, Sendable {
        package let id: String
        package let name: String
        /// 18 characters with a right check character; region 990101 and the letters DEM say that it is none.
        package let creditCode: String
        package let industry: String
        package let town: String
        package let address: String
        package let longitude: String
        package let latitude: String
        package let behaviour: Behaviour
        package let outlets: [Outlet]

        package enum Behaviour: String, Codable, Sendable {
            case ordinary
            /// Over the limit for some hours on the day before the demo's day.
            case exceeds
            /// Nothing comes since noon of the day before the demo's day.
            case fallsSilent
        }
    }

    /// An outlet with automatic monitoring.
    package struct Outlet: Codable, Sendable {
        package let id: String
        package let name: String
        package let kind: Kind
        /// Name and table of the emission standard.
        package let standard: String
        /// Reference oxygen of the converted concentration, %; nil when none is prescribed.
        package let referenceOxygen: String?
        package let limits: [Limit]
        /// Levels about which the model varies: decimal text by item.
        package let typical: [String: String]
        package let device: Device

        package enum Kind: String, Codable, Sendable {
            case gas, water
        }
    }

    /// A limit of an outlet. Hourly mean; for gas with reference oxygen the converted one.
    package struct Limit: Codable, Hashable, Sendable {
        package let item: String
        /// Only for pH.
        package let lower: String?
        package let upper: String
        package let unit: String
        /// Judged on the converted value (折算浓度, HJ 212 `-ZsAvg`).
        package let converted: Bool
    }
}
