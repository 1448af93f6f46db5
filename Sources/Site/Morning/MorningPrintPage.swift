/// The morning on one page of A4, to be printed or handed on.
package struct MorningPrintPage: Sendable {
    package let frame: PageFrame
    /// E.g. 生态环境质量早报.
    package let heading: String
    /// E.g. 2026年11月22日（星期日）.
    package let dateText: String
    package let sentence: String
    package let figures: [Figure]
    /// What wants attention, as on the screen.
    package let concerns: [MorningPage.Concern]
    /// Said when there is none.
    package let concernsScope: String
    package let sectionsMonth: String
    package let sections: [WaterSectionRow]
    package let state: DataState
    /// Address of the screen.
    package let backHref: String
    /// When the page was made, e.g. 2026-11-22 08:30.
    package let madeText: String

    /// One key number.
    package struct Figure: Sendable {
        package let label: String
        package let value: String
        package let unit: String
        /// Change against last year, e.g. 下降 5.8%; — for none.
        package let change: String
        /// Target, e.g. 36; — for none.
        package let target: String
        /// Remark, e.g. 后期控制均值 41 μg/m³; empty for none.
        package let remark: String
    }
}
