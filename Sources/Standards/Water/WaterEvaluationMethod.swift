/// How surface water is evaluated (地表水环境质量评价办法（试行）, 环办〔2011〕22号): which items take part, what a class is
/// called and how the main pollution indicators are chosen.
public struct WaterEvaluationMethod: Hashable, Sendable {
    /// The word and colour for one class of a section.
    public struct Grade: Hashable, Sendable {
        /// 优, 良好, 轻度污染, 中度污染, 重度污染.
        public let name: String
        /// Name of the colour.
        public let colorName: String
        /// `#RRGGBB`.
        public let hex: String

        /// Makes a grade.
        public init(name: String, colorName: String, hex: String) {
            self.name = name
            self.colorName = colorName
            self.hex = hex
        }
    }

    /// Id of the method.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The items that decide the class.
    public let items: Set<WaterItem>
    /// The grade of each class, Ⅰ … 劣Ⅴ.
    public let grades: [Grade]
    /// Items placed first among the main indicators when they exceed (cyanide, heavy metals).
    public let priorityItems: Set<WaterItem>
    /// Items for which no exceedance multiple is computed (temperature, pH, dissolved oxygen).
    public let itemsWithoutMultiple: Set<WaterItem>
    /// How many main indicators are named (3).
    public let indicatorCount: Int
    /// Decimals of the multiple printed with an indicator.
    public let multipleDecimals: Int

    /// Makes the method.
    ///
    /// - Throws: `.invalidRule` unless there is a grade for each class and at least one item.
    public init(
        id: String, title: String, items: Set<WaterItem>, grades: [Grade], priorityItems: Set<WaterItem>,
        itemsWithoutMultiple: Set<WaterItem>, indicatorCount: Int, multipleDecimals: Int
    ) throws(StandardsError) {
        guard grades.count == WaterClass.allCases.count, !items.isEmpty, indicatorCount > 0,
            (0...ExactDecimal.maximumScale).contains(multipleDecimals)
        else { throw StandardsError(.invalidRule, subject: id) }
        self.id = id
        self.title = title
        self.items = items
        self.grades = grades
        self.priorityItems = priorityItems
        self.itemsWithoutMultiple = itemsWithoutMultiple
        self.indicatorCount = indicatorCount
        self.multipleDecimals = multipleDecimals
    }

    /// The grade of a class.
    public func grade(of waterClass: WaterClass) -> Grade { grades[waterClass.rawValue - 1] }
}
