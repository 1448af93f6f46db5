package import Standards

/// Why a station delivered no valid value in an hour. A missing value without a cause does not occur in the demo.
package struct Gap: Hashable, Sendable {
    package enum Cause: String, CaseIterable, Sendable {
        /// Zero and span check: the gases carry flag C.
        case calibration
        /// Planned work at the station: all items carry flag M.
        case maintenance
        /// An instrument is out of order: its item carries flag D.
        case fault
        /// Power or line down: nothing is sent at all.
        case outage
    }

    /// The letter of HJ 212-2017 table 8; nil where nothing is sent.
    package var flag: Character? {
        switch cause {
        case .calibration: "C"
        case .maintenance: "M"
        case .fault: "D"
        case .outage: nil
        }
    }

    package let cause: Cause
    /// The items without a valid value.
    package let items: [AirItem]
}
