/// One code of the standard's tables: a factor, a state of a process or a piece of information, and the unit in which a
/// device has to send it. The entries are data of the catalog (`Catalog/gateway`); this module only looks them up.
public struct FactorCode: Sendable, Hashable {
    /// The tables of HJ 212-2017, Annex B.
    public enum Table: String, Sendable, Hashable, CaseIterable {
        /// B.1 and B.2: factors of water and of air. B.3: noise.
        case water, air, noise
        /// B.5 and B.7: states of waste water and flue gas treatment.
        case waterProcess = "water_process"
        case gasProcess = "gas_process"
        /// B.10: logs, states and parameters.
        case information
    }

    /// The table it stands in.
    public let table: Table
    /// The code as printed; `x` stands for one digit of a device's number, as in `e101xx` and `i3331x`.
    public let code: String
    /// The Chinese name.
    public let name: String
    /// The code of HJ/T 212-2005, where there was one.
    public let oldCode: String?
    /// The unit of values; nil when the standard leaves it to the device.
    public let unit: String?
    /// The unit of amounts (`Cou`).
    public let amountUnit: String?
    /// The form of values, such as `N5.1`: five digits before the point and one behind.
    public let form: String?
    /// What its values mean, where the table says so.
    public let remark: String?

    /// An entry.
    public init(
        table: Table, code: String, name: String, oldCode: String? = nil, unit: String? = nil,
        amountUnit: String? = nil, form: String? = nil, remark: String? = nil
    ) {
        self.table = table
        self.code = code
        self.name = name
        self.oldCode = oldCode
        self.unit = unit
        self.amountUnit = amountUnit
        self.form = form
        self.remark = remark
    }
}
