import Logging
import NIOCore
import NIOPosix
import Records
import ServiceLifecycle
import Storage
import TestKit

@testable import Gateway

/// A gateway on a free port of the loopback, for as long as a test runs.
struct RunningGateway {
    let port: Int
    let tally: GatewayTally

    static func run<Value: Sendable>(
        _ devices: DeviceDirectory, log: PacketLog, limits: GatewayLimits = GatewayLimits(),
        clock: @escaping RecordBook.Clock, _ body: @Sendable (RunningGateway) async throws -> Value
    ) async throws -> Value {
        let (ports, listening) = AsyncStream.makeStream(of: Int.self)
        let tally = GatewayTally()
        let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = GatewayServer(
            host: "127.0.0.1", port: 0, log: log,
            intake: PacketIntake(devices: devices, capturesUnknown: false, tally: tally), limits: limits, clock: clock,
            logger: silent, onListening: { listening.yield($0) })
        let group = ServiceGroup(services: [server], logger: silent)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            guard let port = await ports.first(where: { _ in true }) else { throw CancellationError() }
            let value = try await body(RunningGateway(port: port, tally: tally))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return value
        }
    }

    /// A peer; it reads what comes unless told otherwise.
    func connect(reads: Bool = true) async throws -> TestPeer {
        let heard = HeardBytes()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: reads)
            .channelInitializer { $0.pipeline.addHandler(heard) }.connect(host: "127.0.0.1", port: port).get()
        return TestPeer(channel: channel, heard: heard)
    }
}

/// The other end of a connection of the gateway.
struct TestPeer {
    let channel: any Channel
    let heard: HeardBytes

    func send(_ bytes: [UInt8]) async throws { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }
}

extension TestPeer {
    /// Waits until something holds: half a minute at most, for a busy machine takes its time.
    static func wait(until holds: @Sendable () -> Bool) async throws -> Bool {
        for _ in 0..<1_500 {
            if holds() { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        return false
    }
}
