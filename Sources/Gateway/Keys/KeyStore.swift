package import HJ212
package import Registry
import Storage
import Synchronization

/// The SM4 keys of devices (HJ 212-2025), out of a file that only its owner can read. Keys are in memory and in that file and
/// nowhere else: records, logs and pages name their ids.
///
/// Which keys packets are read with follows from the records (`KeyActions.known`), so that tables made again are the same:
/// a key that came into the file and is not on record yet reads nothing.
package final class KeyStore: Sendable {
    /// Twenty keys each of ten thousand devices, in bytes.
    private static let greatestBytes = 16 << 20

    private struct State {
        var file = KeyFile()
        var rings: [String: KeyRing] = [:]
        var recorded: Set<String> = []

        mutating func take(_ file: KeyFile) {
            self.file = file
            rings = file.rings
        }
    }

    /// No keys.
    package static let none = KeyStore(path: nil)

    /// Whether there is no file of keys.
    package var isEmpty: Bool { path == nil }

    private let path: String?
    private let state = Mutex(State())
    /// Held while the file is changed, so that packets are read meanwhile.
    private let writing = Mutex(())

    private init(path: String?) { self.path = path }

    /// Reads a file.
    ///
    /// - Throws: `KeyError` with `.unreadable`, `.open`, `.faultyLine` or `.repeated`.
    package static func opening(_ path: String) throws(KeyError) -> KeyStore {
        let store = KeyStore(path: path)
        let file = try read(path)
        store.state.withLock { $0.take(file) }
        return store
    }

    private static func read(_ path: String) throws(KeyError) -> KeyFile {
        let bytes: [UInt8]
        do {
            bytes = try PrivateFile.read(path, greatestBytes: greatestBytes)
        } catch {
            throw KeyError(error.code == .open ? .open : .unreadable, path)
        }
        do {
            return try KeyFile(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw KeyError(error.isRepeated ? .repeated : .faultyLine, "\(path) 第 \(error.line)")
        }
    }

    /// The same keys for a replay, by which packets are read as far as they are on record there: the replay takes note of
    /// further ones without changing this store.
    ///
    /// - Parameter ids: those on record where the replay begins.
    package func forReplay(knowing ids: Set<String>) -> KeyStore {
        let copy = KeyStore(path: path)
        let file = state.withLock { $0.file }
        copy.state.withLock { state in
            state.take(file)
            state.recorded = Set(ids.map { KeyFile.canonical($0) })
        }
        return copy
    }

    /// Whether there is a file.
    package var isOpen: Bool { path != nil }

    /// The ids of the file, in upper case and in order.
    package var ids: [String] { state.withLock { $0.rings.keys.sorted() } }

    /// The keys under an id, whether they are on record or not.
    package func ring(_ id: String) -> KeyRing { state.withLock { $0.rings[KeyFile.canonical(id)] ?? KeyRing() } }

    /// The keys for a packet of which nobody says whose it is: those under its device's number, else all of the file.
    package func ring(for packet: Packet) -> KeyRing {
        state.withLock { state in
            if let own = state.rings[KeyFile.canonical(packet.deviceNumber)] { return own }
            var all = KeyRing()
            for id in state.rings.keys.sorted() { all.alsoRead(with: state.rings[id] ?? KeyRing()) }
            return all
        }
    }

    /// The keys under an id by which packets are read.
    func readingRing(_ id: String) -> KeyRing {
        let id = KeyFile.canonical(id)
        return state.withLock { $0.recorded.contains(id) ? $0.rings[id] ?? KeyRing() : KeyRing() }
    }

    /// It is on record that packets are read with the keys of an id.
    func follow(_ id: String) { state.withLock { _ = $0.recorded.insert(KeyFile.canonical(id)) } }

    /// Whether an id is in the file and not on record yet.
    func isNew(_ id: String) -> Bool {
        let id = KeyFile.canonical(id)
        return state.withLock { $0.rings[id] != nil && !$0.recorded.contains(id) }
    }

    /// Why a device cannot be given a new key; nil when it can.
    package func refusal(of binding: DeviceBinding) -> KeyError? {
        guard isOpen else { return KeyError(.noFile) }
        guard let id = binding.settings.keyID, !id.isEmpty else { return KeyError(.noID) }
        return ring(id).current == nil ? KeyError(.unknownID, id) : nil
    }

    // MARK: Rotation

    /// The key that is to go to a device: one that waits already, or a new one, which is in the file, and on disk, when this
    /// returns.
    ///
    /// A device may have taken a key of which it could not tell us: as long as one waits it is sent again, and none is made.
    /// - Throws: `KeyError`; then the file is as it was.
    func propose(for id: String) throws(KeyError) -> CipherKey {
        let id = KeyFile.canonical(id)
        return try change { file throws(KeyError) in
            guard let ring = file.rings[id], ring.current != nil else { throw KeyError(.unknownID, id) }
            if let waiting = ring.proposed { return (waiting, false) }
            var generator = SystemRandomNumberGenerator()
            let key = CipherKey(using: &generator)
            file.propose(key, text: key.text ?? "", for: id)
            return (key, true)
        }
    }

    /// The device uses the key that waited: it is the valid one now, on disk when this returns.
    ///
    /// - Returns: false when none waited.
    /// - Throws: `KeyError`; then the file is as it was, and packets are read with both keys as before.
    @discardableResult
    func confirm(_ id: String) throws(KeyError) -> Bool {
        let id = KeyFile.canonical(id)
        return try change { file throws(KeyError) in
            guard file.rings[id]?.proposed != nil else { return (false, false) }
            file.confirm(id)
            return (true, true)
        }
    }

    /// Changes what stands in the file now: somebody may have edited it since it was read.
    private func change<Value>(
        _ body: (inout KeyFile) throws(KeyError) -> (value: Value, isChanged: Bool)
    ) throws(KeyError) -> Value {
        guard let path else { throw KeyError(.noFile) }
        let result = writing.withLock { _ -> Result<Value, KeyError> in
            do throws(KeyError) {
                var file = try Self.read(path)
                let (value, isChanged) = try body(&file)
                if isChanged { try Self.write(file, to: path) }
                state.withLock { $0.take(file) }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private static func write(_ file: KeyFile, to path: String) throws(KeyError) {
        do {
            try PrivateFile.replace(path, with: Array(file.text.utf8))
        } catch {
            throw KeyError(.unwritable, error.detail)
        }
    }
}

extension KeyStore: CustomReflectable {
    /// Shows nothing of the keys.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
