import Ledger
import Standards

/// The packets that one device sent of one day, as a leaf of the tree over a closed day.
struct DeviceDay: Hashable, Sendable {
    /// Which device and day.
    struct Name: Hashable {
        let device: String
        let day: CivilDate
    }

    let device: String
    let day: CivilDate
    let packets: Int64
    /// The root over its packets, in their order (`PacketPlace`).
    let root: TreeHash

    /// The leaf (Docs/formats/packets.md).
    var canonical: CanonicalValue {
        [
            "day": .string(day.description), "device": .string(device), "packets": .integer(packets),
            "root": .string(root.base64),
        ]
    }

    init(device: String, day: CivilDate, packets: Int64, root: TreeHash) {
        self.device = device
        self.day = day
        self.packets = packets
        self.root = root
    }

    /// - Throws: `LedgerError` with `.malformedProof` and the member that does not fit.
    init(canonical value: CanonicalValue) throws(LedgerError) {
        guard let device = value["device"]?.text else { throw LedgerError(.malformedProof, detail: "device") }
        guard let day = CivilDate(value["day"]?.text ?? "") else { throw LedgerError(.malformedProof, detail: "day") }
        guard let packets = value["packets"]?.integer else { throw LedgerError(.malformedProof, detail: "packets") }
        guard let root = TreeHash(base64: value["root"]?.text ?? "") else {
            throw LedgerError(.malformedProof, detail: "root")
        }
        self.init(device: device, day: day, packets: packets, root: root)
    }
}
