/// 达标率: which sections meet the class assigned to them.
public struct WaterAttainment: Hashable, Sendable {
    /// A section with its target.
    public struct Section: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// Its class; nil when there were no valid data (断流, 无水, not measured).
        public let waterClass: WaterClass?
        /// The class assigned (水质目标); nil when there is none.
        public let target: WaterClass?

        /// Makes a section.
        public init(name: String, waterClass: WaterClass?, target: WaterClass?) {
            self.name = name
            self.waterClass = waterClass
            self.target = target
        }

        /// Whether the target is met; nil without a class or target.
        public var isMet: Bool? {
            guard let waterClass, let target else { return nil }
            return waterClass <= target
        }
    }

    /// Names of the sections that meet their target.
    public let met: [String]
    /// Names of the sections that do not.
    public let missed: [String]
    /// Names of the sections left out: without valid data or without a target.
    public let excluded: [String]

    /// Sorts sections into those that meet their target, those that do not, and those left out.
    public init(_ sections: some Sequence<Section>) {
        var met: [String] = []
        var missed: [String] = []
        var excluded: [String] = []
        for section in sections {
            switch section.isMet {
            case true?: met.append(section.name)
            case false?: missed.append(section.name)
            case nil: excluded.append(section.name)
            }
        }
        self.met = met
        self.missed = missed
        self.excluded = excluded
    }

    /// The exact rate; nil when every section was left out.
    public var rate: Rational? { try? Rational(numerator: met.count, denominator: met.count + missed.count) }
}
