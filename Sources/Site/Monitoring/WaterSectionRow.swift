/// A water section in a table of one month: class against target.
package struct WaterSectionRow: Sendable {
    package let river: String
    package let section: String
    /// Address of the section's page, at the month shown.
    package let href: String
    /// Target class in Roman figures, e.g. Ⅳ; 无 where none is set.
    package let targetClass: String
    /// `w1` … `w6` for Ⅰ … 劣Ⅴ, `wnone` where there is none, `wdry` for 断流.
    package let targetTone: String
    /// Class of the month, e.g. Ⅴ, 劣Ⅴ, 断流, 未监测.
    package let monthClass: String
    /// As `targetTone`.
    package let monthTone: String
    /// Main pollutants with their multiple over the limit, e.g. 化学需氧量（0.1）; — for none.
    package let pollutants: String
    /// 达标, 超标, 断流 or 未监测.
    package let verdict: String
    /// `better` for 达标, `worse` for 超标, `plain` else.
    package let verdictTone: String
    /// Class of the same month last year, e.g. Ⅳ; — where there is none.
    package let lastYearClass: String
    /// As `targetTone`.
    package let lastYearTone: String
    /// Address of the card of the month's class; nil where nothing was judged.
    package let explainHref: String?
    /// The same for last year.
    package let lastYearExplainHref: String?
}
