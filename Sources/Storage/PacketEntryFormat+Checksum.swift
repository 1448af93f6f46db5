internal import CZlib

extension PacketEntryFormat {
    /// CRC-32 (ISO-HDLC), which finds torn writes; proof against change is the ledger's work, not this one's.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.withUnsafeBufferPointer { buffer in
            UInt32(truncatingIfNeeded: crc32(0, buffer.baseAddress, UInt32(buffer.count)))
        }
    }
}
