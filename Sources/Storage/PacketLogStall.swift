/// Why the packet log keeps packets waiting: the group at the head of its queue cannot be put on disk.
///
/// Nothing is lost by it and nobody is answered: the log tries again by itself and goes on where it stood.
package struct PacketLogStall: Hashable, Sendable {
    /// When the oldest packet that waits was received, in milliseconds since 1970-01-01T00:00:00Z.
    package let sinceMilliseconds: Int64
    /// What the last try met: `.diskFull` when there is no room, `.fileSystem` otherwise.
    package let reason: StorageError
    /// The bytes that wait for the disk.
    package let waitingBytes: Int
}
