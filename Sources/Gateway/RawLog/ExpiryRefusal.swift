package import Storage

/// Raw packets may not be removed, because readings rest on them.
package struct ExpiryRefusal: Error, Hashable, Sendable {
    package let segment: SegmentRange
    /// The first packet that gives readings.
    package let address: PacketAddress

    /// What is wrong and how to mend it.
    package var message: String {
        "分段 \(segment.name) 中有报文（地址 \(address.rawValue)）是现有数据的来源，数据表由报文重新生成，删除后数据会随之消失，未删除任何报文。本版只能删除不含数据的分段，请扩充磁盘或转存数据目录"
    }
}
