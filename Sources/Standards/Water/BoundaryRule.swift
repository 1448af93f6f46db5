/// 出入境: what a river carries into an area and out of it, by concentration and by load.
public struct BoundaryRule: Hashable, Sendable {
    /// One stretch of time with a concentration and a flow.
    public struct Step: Hashable, Sendable {
        /// Concentration in mg/L; nil when missing.
        public let concentration: ExactDecimal?
        /// Flow in m³/s; nil when missing.
        public let flow: ExactDecimal?
        /// Its length in seconds.
        public let seconds: Int

        /// Makes a step.
        public init(concentration: ExactDecimal?, flow: ExactDecimal?, seconds: Int) {
            self.concentration = concentration
            self.flow = flow
            self.seconds = seconds
        }
    }

    /// The load carried in a period.
    public struct Load: Hashable, Sendable {
        /// Σ concentration × flow × time over the steps that have both, exact, in kg.
        public let kilograms: Rational
        /// Steps that took part.
        public let counted: Int
        /// Steps without a concentration or a flow; what they carried is unknown, not zero.
        public let missing: Int

        /// The same in t, exact.
        public var tonnes: Rational {
            // Safe: the divisor is not zero.
            (try? kilograms / 1_000) ?? .zero
        }
    }

    /// Id of the rule.
    public let id: String
    /// Title as cited.
    public let title: String
    /// Decimals of the ratio as published.
    public let ratioDecimals: Int
    /// Decimals of a load as published.
    public let loadDecimals: Int

    /// Makes the rule.
    ///
    /// - Throws: `.invalidRule` for decimals no decimal can have.
    public init(id: String, title: String, ratioDecimals: Int, loadDecimals: Int) throws(StandardsError) {
        let range = 0...ExactDecimal.maximumScale
        guard range.contains(ratioDecimals), range.contains(loadDecimals) else {
            throw StandardsError(.invalidRule, subject: id)
        }
        self.id = id
        self.title = title
        self.ratioDecimals = ratioDecimals
        self.loadDecimals = loadDecimals
    }

    /// 出入境浓度比值: concentration out over concentration in, exact; below 1 the area cleans the water.
    ///
    /// - Throws: `.divisionByZero` when nothing comes in.
    public static func ratio(out: Rational, in inflow: Rational) throws(StandardsError) -> Rational { try out / inflow }

    /// The load of a period; mg/L times m³/s is g/s.
    ///
    /// - Throws: `.valueOutOfRange` for a negative number.
    public static func load(_ steps: some Sequence<Step>) throws(StandardsError) -> Load {
        var grams = Rational.zero
        var counted = 0
        var missing = 0
        for step in steps {
            guard step.seconds >= 0, step.concentration?.isNegative != true, step.flow?.isNegative != true else {
                throw StandardsError(.valueOutOfRange, subject: "load")
            }
            guard let concentration = step.concentration, let flow = step.flow else {
                missing += 1
                continue
            }
            grams += Rational(concentration) * Rational(flow) * Rational(step.seconds)
            counted += 1
        }
        return Load(kilograms: try grams / 1_000, counted: counted, missing: missing)
    }
}
