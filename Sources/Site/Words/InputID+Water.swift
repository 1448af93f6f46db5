import Records
import Standards

extension InputID {
    /// The month's value of one item of a section, as `WaterFigures` traces it.
    static func waterItem(_ section: String, _ item: WaterItem, _ month: CivilDate) -> InputID {
        InputID("water-item", [section, item.rawValue, month.monthText])
    }
}
