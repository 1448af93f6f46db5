package import Standards

extension RuleKind where Rule == DeviceCheckRule {
    /// The limits of calibrations and checks of devices.
    package static var deviceChecks: RuleKind<DeviceCheckRule> {
        RuleKind("device_checks", "自动监测设备校准与核查限值", standing: .beside) {
            (content, header, reader) throws(StandardsError) in
            let content = reader.mapping(content.node, keys: ["rows"])
            return try DeviceCheckRule(
                id: header.id, title: header.title,
                rows: content.list("rows").map { DeviceCheckRule.row($0, with: reader) })
        }
    }
}

extension DeviceCheckRule {
    static func row(_ node: RuleNode, with reader: RuleReader) -> Row {
        let row = reader.mapping(
            node, keys: ["check", "name", "items", "from", "below", "basis", "normal", "limit"])
        return Row(
            check: row.text("check"), name: row.text("name"),
            items: row.optionalList("items").map { DischargeItem(rawValue: reader.text($0, name: "items")) },
            from: row.optionalDecimal("from"), below: row.optionalDecimal("below"),
            basis: row.choice("basis", as: Basis.self) ?? .absolute, normal: row.optionalDecimal("normal"),
            limit: row.decimal("limit"))
    }
}
