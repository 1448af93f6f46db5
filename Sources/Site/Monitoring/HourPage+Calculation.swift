extension HourPage {
    /// How the AQI of the hour follows from the values, step by step.
    package struct Calculation: Sendable {
        /// Standard with its name, e.g. HJ 633—2026 环境空气质量指数（AQI）技术规定.
        package let standard: String
        /// When it is in force, e.g. 2026-03-01 起施行.
        package let effective: String
        /// Address of the standard in 规则目录.
        package let standardHref: String
        /// One line an item.
        package let steps: [Step]
        /// The conclusion, e.g. AQI = max(36, 12, …) = 168；首要污染物 PM₁₀.
        package let conclusion: String
        /// What must be said about it, e.g. PM₂.₅、PM₁₀ 小时值按 24 小时浓度限值分级; nil for nothing.
        package let remark: String?

        /// The IAQI of one item.
        package struct Step: Sendable {
            package let item: String
            /// Value with unit as it entered.
            package let input: String
            /// Value after rounding by GB/T 8170 where the standard asks for it.
            package let rounded: String
            /// The two rows of the table, e.g. 150—250 μg/m³ → 100—150.
            package let tableRow: String
            /// The formula with its numbers, e.g. (150−100)÷(250−150)×(236−150)+100.
            package let formula: String
            /// Result before the ceiling as an exact fraction or decimal, e.g. 143.
            package let exact: String
            /// The IAQI, or — .
            package let iaqi: String
            /// `l1` … `l6`; nil for none.
            package let levelClass: String?
            /// True where it decides the AQI.
            package let isDeciding: Bool
        }
    }
}
