import Logging
import NIOCore
import NIOPosix
package import Standards
import Synchronization

/// Devices of a fleet at work against a gateway, for a time.
package struct TrialRun: Sendable {
    /// Seconds that packets under way may still be answered when the time is up.
    private static let lastSeconds = 10
    /// Seconds over which the lines of a fleet dial, so that a gateway does not have to accept ten thousand at once.
    private static let dialsPerSecond = 2_000

    private let fleet: TrialFleet
    private let dialler: LineDialler

    package init(fleet: TrialFleet, dialler: LineDialler) {
        self.fleet = fleet
        self.dialler = dialler
    }

    /// Devices live by their plan: realtime, minute, hour and day data when they are due, one packet under way each.
    ///
    /// - Parameters:
    ///   - answeredThrough: what became due up to here counts as delivered; everything since is sent first.
    ///   - seconds: how long; nil: until the task is cancelled.
    ///   - packets: ends when so many were answered; nil: no such end.
    package func live(
        connections: Int, answeredThrough: Instant, seconds: Double?, packets: Int?
    ) async -> LineTally {
        let sessions = fleet.lines(connections, answeredThrough: answeredThrough)
        let goal = packets ?? .max
        let answered = Shared((each: Array(repeating: 0, count: sessions.count), total: 0))
        let isReached = AsyncStream<Void>.makeStream()
        let sum = await withTaskGroup(of: [LineSession]?.self) { group in
            group.addTask {
                await dialler.keep(sessions) { place, session in
                    guard packets != nil else { return }
                    let total = answered.withLock { state in
                        state.total += session.tally.answered - state.each[place]
                        state.each[place] = session.tally.answered
                        return state.total
                    }
                    if total >= goal { isReached.continuation.finish() }
                }
            }
            group.addTask {
                if packets == nil { await Self.wait(seconds: seconds) } else { for await _ in isReached.stream {} }
                return nil
            }
            if packets != nil, seconds != nil {
                group.addTask {
                    await Self.wait(seconds: seconds)
                    return nil
                }
            }
            var sum: [LineSession] = []
            for await result in group {
                if let result {
                    sum = result
                    break
                }
                group.cancelAll()
            }
            return sum
        }
        return sum.reduce(into: LineTally()) { $0.add($1.tally) }
    }

    /// Hour packets one after the other, as many as `plan` says.
    package func load(_ plan: LoadPlan, seconds: Double?) async -> LineTally {
        let devices = fleet.devices()
        let connections = min(plan.connections, devices.count)
        let ending = Shared(false)
        let perConnection = plan.packetsPerSecond.map { $0 / Double(connections) }
        // Often enough that no packet leaves noticeably late; seldom enough that ten thousand lines cost nothing.
        let milliseconds = perConnection.map { min(1_000, max(10, Int64(250 / $0))) } ?? 1_000
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let sum = Shared(LineTally())
        await withTaskGroup(of: Void.self) { tasks in
            let clock = tasks.addTaskUnlessCancelled {
                await Self.wait(seconds: seconds)
                ending.withLock { $0 = true }
                try? await Task.sleep(for: .seconds(Self.lastSeconds))
            }
            guard clock else { return }
            await withDiscardingTaskGroup { lines in
                for place in 0..<connections {
                    let own = stride(from: place, to: devices.count, by: connections).map { devices[$0] }
                    let line = LoadSession(
                        frames: LoadFrames(devices: own, start: plan.start), window: plan.window,
                        packets: plan.packets(of: place), packetsPerSecond: perConnection)
                    lines.addTask {
                        try? await Task.sleep(for: .milliseconds(place * 1_000 / Self.dialsPerSecond))
                        let tally = await keep(
                            line, place, .milliseconds(milliseconds), group
                        ) { ending.withLock { $0 } }
                        sum.withLock { $0.add(tally) }
                    }
                }
            }
            tasks.cancelAll()
        }
        try? await group.shutdownGracefully()
        return sum.withLock { $0 }
    }

    /// Keeps a line under load connected until it is done, or its time is up and the last answers had their time.
    private func keep(
        _ session: LoadSession, _ place: Int, _ tick: TimeAmount, _ group: any EventLoopGroup,
        isEnding: @escaping @Sendable () -> Bool
    ) async -> LineTally {
        let kept = Shared(session)
        while !Task.isCancelled {
            let current = kept.withLock { $0 }
            if current.isDone || isEnding() { break }
            do {
                let channel = try await LineDialler.bootstrap(sources: dialler.sources, place: place, group: group)
                    .channelInitializer { channel in
                        channel.eventLoop.makeCompletedFuture {
                            try channel.pipeline.syncOperations.addHandler(
                                LoadLine(session: current, tick: tick, isEnding: isEnding) { session in
                                    kept.withLock { $0 = session }
                                })
                        }
                    }
                    .connect(host: dialler.host, port: dialler.port).get()
                await closed(channel, isEnding: isEnding)
            } catch {
                dialler.logger.debug("line \(place) not connected", metadata: ["error": "\(error)"])
            }
            if kept.withLock({ $0.isDone }) || isEnding() { break }
            kept.withLock { $0.tally.broken += 1 }
            try? await Task.sleep(for: .seconds(1))
        }
        return kept.withLock { $0.tally }
    }

    /// Waits for the end of a connection; closes it when the last answers do not come.
    private func closed(_ channel: any Channel, isEnding: @escaping @Sendable () -> Bool) async {
        let end = channel.eventLoop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) {
            [seconds = Shared(0)] _ in
            guard isEnding() else { return }
            let waited = seconds.withLock { count in
                count += 1
                return count
            }
            if waited >= Self.lastSeconds { channel.close(promise: nil) }
        }
        await withTaskCancellationHandler {
            try? await channel.closeFuture.get()
        } onCancel: {
            channel.close(promise: nil)
        }
        end.cancel()
    }

    private static func wait(seconds: Double?) async {
        if let seconds {
            try? await Task.sleep(for: .seconds(seconds))
        } else {
            while !Task.isCancelled { try? await Task.sleep(for: .seconds(3_600)) }
        }
    }

    /// What the tasks of a run share.
    private final class Shared<Value: Sendable>: Sendable {
        private let value: Mutex<Value>

        init(_ value: Value) { self.value = Mutex(value) }

        func withLock<Result: Sendable>(_ body: (inout sending Value) -> sending Result) -> Result {
            value.withLock(body)
        }
    }
}
