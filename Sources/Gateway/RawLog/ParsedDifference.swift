package import Monitoring
package import Storage

/// Where the present parser reads a packet of the log differently from what is projected.
package struct ParsedDifference: Sendable {
    package enum Kind: Sendable {
        /// The gateway judged the frame otherwise when it arrived.
        case verdict(was: PacketVerdict?, now: PacketVerdict)
        /// The packet gives a reading that is not there.
        case new(Reading)
        /// A reading names the packet as its origin, which does not give it.
        case missing(Reading)
        /// The reading is there with another value or mark.
        case value(was: Reading, now: Reading)
    }

    package let address: PacketAddress
    /// In milliseconds since 1970-01-01T00:00:00Z.
    package let receivedMilliseconds: Int64
    /// The device's number in upper case.
    package let mn: String
    /// The code under which the device sends the item; nil for verdicts, and where no binding names one.
    package let code: String?
    package let kind: Kind

    package init(address: PacketAddress, receivedMilliseconds: Int64, mn: String, code: String?, kind: Kind) {
        self.address = address
        self.receivedMilliseconds = receivedMilliseconds
        self.mn = mn
        self.code = code
        self.kind = kind
    }

    /// The name of the kind on the command line.
    package var kindName: String {
        switch kind {
        case .verdict: "verdict"
        case .new: "new"
        case .missing: "missing"
        case .value: "value"
        }
    }
}
