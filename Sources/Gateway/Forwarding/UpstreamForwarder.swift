import Logging
import Storage

/// Keeps a line to one platform, for as long as it is set as it is: line after line, with growing pauses.
struct UpstreamForwarder: Sendable {
    let line: UpstreamLine
    let logger: Logger

    private var entry: UpstreamStore.Entry { line.entry }
    private var id: String { entry.upstream.id }

    /// Runs until cancelled or until the platform is set anew or removed.
    func run() async {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await keepLines() }
            tasks.addTask {
                while line.board.isCurrent(entry), !Task.isCancelled {
                    try? await Task.sleep(for: .milliseconds(line.pace.poll))
                }
            }
            await tasks.next()
            // A write that waits for a slow platform ends by this.
            tasks.cancelAll()
        }
    }

    private func keepLines() async {
        var pause = line.pace.firstPause
        while !Task.isCancelled {
            // What the log holds no longer, because its time is over, can go nowhere.
            let start = line.log.start
            line.board.update(id) { $0.state.settled = max($0.state.settled, start) }
            guard let before = line.board.status(id) else { return }
            let trouble = await oneLine(from: before.state)
            guard let trouble, !Task.isCancelled, let after = line.board.status(id) else { return }
            // A line that brought something on is followed by the next one soon.
            if after.state.packets > before.state.packets { pause = line.pace.firstPause }
            logger.notice("upper platform not served", metadata: ["upstream": "\(id)", "reason": "\(trouble)"])
            let now = line.clock()
            line.board.update(id) { status in
                status.phase = .waiting(trouble, untilMilliseconds: now + pause)
                status.lastTrouble = trouble
                status.sinceMilliseconds = now
                status.unsettled = 0
                status.brokenLines += 1
                status.fruitlessLines =
                    after.state.packets > before.state.packets ? 0 : status.fruitlessLines + 1
            }
            try? await Task.sleep(for: .milliseconds(pause))
            pause = min(pause * 2, line.pace.greatestPause)
        }
    }

    /// - Returns: why the line ended; nil when it was cancelled.
    private func oneLine(from state: ForwardingState) async -> UpstreamStatus.Trouble? {
        if entry.upstream.form == .rewritten, !line.board.hasPassword(id) { return .passwordMissing }
        let now = line.clock()
        line.board.update(id) { status in
            status.phase = .connecting
            status.sinceMilliseconds = now
        }
        do {
            try await line.run(from: state)
            return .closed
        } catch let end as UpstreamLine.End {
            return end.trouble
        } catch is CancellationError {
            return nil
        } catch {
            return Task.isCancelled ? nil : .closed
        }
    }
}
