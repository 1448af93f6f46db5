/// One column of the IAQI table of HJ 633: concentrations and the index at each, lowest first.
public struct AirBreakpoints: Hashable, Sendable {
    /// A knot of the table.
    public struct Knot: Hashable, Sendable {
        /// Concentration in the unit of the item.
        public let concentration: ExactDecimal
        /// IAQI at that concentration.
        public let index: Int

        /// Makes a knot.
        public init(_ concentration: ExactDecimal, index: Int) {
            self.concentration = concentration
            self.index = index
        }
    }

    /// What holds for a concentration above the last knot.
    public enum Beyond: Hashable, Sendable {
        /// The IAQI is counted as this number (500 above a full table; 200 for SO2 1 h, 300 for O3 8 h from 2026).
        case countedAs(Int)
        /// No IAQI is computed from this average (SO2 1 h > 800 and O3 8 h > 800 before 2026).
        case notComputed
    }

    /// The knots, concentrations and indices both rising, the first at concentration 0 and index 0.
    public let knots: [Knot]
    /// What holds above the last knot.
    public let beyond: Beyond

    /// Makes a column; it is checked when a rule is made of it.
    public init(knots: [Knot], beyond: Beyond) {
        self.knots = knots
        self.beyond = beyond
    }
}
