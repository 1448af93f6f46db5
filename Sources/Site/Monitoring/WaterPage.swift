/// All water sections of one month: class against target.
package struct WaterPage: Sendable {
    package let frame: PageFrame
    /// E.g. 2026年10月.
    package let monthText: String
    /// yyyy-MM for the month field.
    package let monthISO: String
    /// Where the month field is sent (GET, parameter `month`).
    package let monthAction: String
    package let previousMonth: TextLink?
    package let nextMonth: TextLink?
    package let state: DataState
    /// 达标 n/m, 优良比例, 劣Ⅴ比例 and the like; each may lead to its 溯源 page.
    package let summary: [LabelledText]
    package let sections: [WaterSectionRow]
    /// Said when `sections` is empty: why, and how to mend it.
    package let emptyReason: String
    /// Complete `<svg>` of rivers and sections, inserted as it is; nil for none.
    package let mapSVG: String?
    /// Address of the month as CSV; nil for none.
    package let csvHref: String?
}
