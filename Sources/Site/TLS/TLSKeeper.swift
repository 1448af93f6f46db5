import Foundation
package import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
package import Standards
import Synchronization

/// Keeps the certificate of the server up to date: a renewed file is used for the next connection, without a restart.
///
/// A file that cannot be used changes nothing: the last good pair stays, and the log says why.
package final class TLSKeeper: Service {
    /// Between two looks at the files.
    private static let pause = Duration.seconds(10)

    private let certificate: String
    private let key: String
    private let logger: Logger
    private let state: Mutex<State>

    private struct State {
        var identity: TLSIdentity
        /// Of both files, as they were when they were last read.
        var marks: [Mark]
    }

    /// What changes when a file is replaced or written.
    private struct Mark: Hashable {
        let changed: Date?
        let size: Int?
        let number: Int?
    }

    /// - Throws: `TLSError` when the files cannot be used.
    package init(certificate: String, key: String, logger: Logger) throws(TLSError) {
        self.certificate = certificate
        self.key = key
        self.logger = logger
        let marks = Self.marks(of: [certificate, key])
        state = Mutex(State(identity: try TLSIdentity(certificate: certificate, key: key), marks: marks))
    }

    /// After this browsers refuse the present certificate.
    package var end: Instant { state.withLock { $0.identity.end } }

    /// Gives each connection the certificate of its moment.
    var configuration: TLSConfiguration {
        var configuration = state.withLock { $0.identity.configuration }
        configuration.sslContextCallback = { [self] _, promise in
            var present = NIOSSLContextConfigurationOverride()
            let identity = state.withLock { $0.identity }
            present.certificateChain = identity.chain.map { .certificate($0) }
            present.privateKey = .privateKey(identity.key)
            promise.succeed(present)
        }
        return configuration
    }

    /// Looks at the files until shut down.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.pause)
                self.reloadIfChanged()
            }
        }
    }

    /// Reads the files again where they changed.
    package func reloadIfChanged() {
        let marks = Self.marks(of: [certificate, key])
        if state.withLock({ $0.marks == marks }) { return }
        reload(marks)
    }

    /// Reads the files again, as when the operator says so.
    package func reload() { reload(Self.marks(of: [certificate, key])) }

    private func reload(_ marks: [Mark]) {
        do {
            let identity = try TLSIdentity(certificate: certificate, key: key)
            state.withLock { $0 = State(identity: identity, marks: marks) }
            logger.notice("TLS certificate read again", metadata: ["until": "\(identity.end.beijingDate)"])
        } catch {
            // Half of a renewal looks like this too: the other file follows, and changes the marks.
            state.withLock { $0.marks = marks }
            logger.error("TLS certificate not usable, the last one stays", metadata: ["error": "\(error.message)"])
        }
    }

    private static func marks(of paths: [String]) -> [Mark] {
        paths.map { path in
            let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            let found = try? FileManager.default.attributesOfItem(atPath: target)
            return Mark(
                changed: found?[.modificationDate] as? Date, size: (found?[.size] as? NSNumber)?.intValue,
                number: (found?[.systemFileNumber] as? NSNumber)?.intValue)
        }
    }
}
