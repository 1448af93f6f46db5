import Standards

/// The steps to the day before and the day after.
struct DayLinks {
    /// `2026年11月21日（星期六）`.
    let text: String
    let previous: TextLink?
    /// Nil where the next day has not begun.
    let next: TextLink?

    init(_ date: CivilDate, in context: PageContext, _ address: (CivilDate) -> SiteURL) {
        text = "\(date.chinese)（\(date.weekdayText)）"
        let before = date.adding(days: -1)
        let after = date.adding(days: 1)
        previous = TextLink(label: before.chineseDay, href: address(before).path)
        next = after <= context.today ? TextLink(label: after.chineseDay, href: address(after).path) : nil
    }
}
