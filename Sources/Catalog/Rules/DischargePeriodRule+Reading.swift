package import Standards

extension RuleKind where Rule == DischargePeriodRule {
    /// HJ 75/76 and HJ 355/356: how many minutes, hours and days are needed.
    package static var dischargePeriods: RuleKind<DischargePeriodRule> {
        RuleKind("discharge_periods", "污染源自动监测数据有效性", standing: .beside) {
            (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(
                content.node,
                keys: ["medium", "hour_minutes", "day_hours", "month_days", "february_days", "check_hours_per_day"])
            return try DischargePeriodRule(
                id: header.id, title: header.title,
                medium: content.choice("medium", as: DischargeMedium.self) ?? .air,
                minimumMinutes: content.optionalInteger("hour_minutes", in: 1...60),
                minimumHours: content.optionalInteger("day_hours", in: 1...24),
                monthDays: content.optionalInteger("month_days", in: 1...31),
                februaryDays: content.optionalInteger("february_days", in: 1...29),
                checkHoursPerDay: content.optionalInteger("check_hours_per_day", in: 0...24) ?? 0)
        }
    }
}
