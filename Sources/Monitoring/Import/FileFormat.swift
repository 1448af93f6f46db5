/// The file formats whose rows become readings.
package enum FileFormat: String, Sendable {
    /// Hourly values of air stations as the national network publishes them; the time is the END of the hour.
    case air = "cnemc-air-hourly"
    /// Values of automatic surface-water stations as the national network publishes them.
    case water = "cnemc-water"

    /// A reader for a file with this header.
    ///
    /// - Parameter sections: ids of the registered sections by name, for files that know sections by name only.
    /// - Throws: `ImportError` when a needed column is not there.
    func reader(
        header: [String], defaultYear: Int?, sections: [String: String]
    ) throws -> any RowReader {
        switch self {
        case .air: try AirRowReader(header: header)
        case .water: try WaterRowReader(header: header, defaultYear: defaultYear, sections: sections)
        }
    }
}
