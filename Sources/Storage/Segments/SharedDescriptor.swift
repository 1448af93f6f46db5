/// An open file that is closed when nobody holds it any more.
final class SharedDescriptor: Sendable {
    let rawValue: Int32

    init(_ rawValue: Int32) { self.rawValue = rawValue }

    deinit { FileDescriptor.close(rawValue) }
}
