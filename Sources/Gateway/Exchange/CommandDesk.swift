package import HJ212
package import Logging
package import Records
import ServiceLifecycle
import Standards
import Storage

/// Sends the commands of the book to their devices, one after the other, and puts on record how each went.
///
/// What is asked for stands in the book before it is sent, and so does the number under which it is sent: after a restart
/// the desk finds what waits and what was under way, and nothing is sent a second time under a new number.
package actor CommandDesk: Service {
    /// How often clocks are looked at when nothing happens: the shortest time-out of devices is seconds.
    private static let pause = Duration.milliseconds(250)
    /// How often the book is asked for new commands, in milliseconds.
    private static let bookPause: Int64 = 250
    /// How long a command waits for its device: later nobody expects it any more, in milliseconds.
    static let greatestWait: Int64 = 86_400_000
    /// Commands whose late results are still recognised, a device.
    private static let greatestPast = Limits.rememberedExchanges

    let book: RecordBook
    let mailbox: DeskMailbox
    /// The keys of devices.
    let keys: KeyStore
    let logger: Logger
    /// Gives the packets we send their time in the log.
    let clock: ClockWatch
    private let timing: ExchangeTiming
    private let uptime: @Sendable () -> Int64
    var devices: [String: DeskDevice] = [:]
    /// The last record of the book that was looked at.
    private var known: Int64 = 0
    private var lookedAt = Int64.min
    var agenda = DeskAgenda()

    /// - Parameters:
    ///   - keys: those that the gateway knows too.
    ///   - clock: the one that gives packets the time of their receipt, so that the log stays in order.
    ///   - timing: how long to wait for devices.
    ///   - uptime: milliseconds of a clock that does not go back.
    package init(
        book: RecordBook, mailbox: DeskMailbox, keys: KeyStore = .none, clock: ClockWatch,
        timing: ExchangeTiming = ExchangeTiming(), logger: Logger,
        uptime: @escaping @Sendable () -> Int64 = CommandDesk.steadyMilliseconds
    ) {
        self.book = book
        self.mailbox = mailbox
        self.keys = keys
        self.clock = clock
        self.timing = timing
        self.logger = logger
        self.uptime = uptime
    }

    private static let origin = ContinuousClock.now

    /// Milliseconds since the process began to count them.
    package static let steadyMilliseconds: @Sendable () -> Int64 = {
        let (seconds, attoseconds) = (ContinuousClock.now - origin).components
        return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }

    /// Runs until shut down; through a fault, commands wait in the book.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup { group in
                group.addTask { [self] in
                    while !Task.isCancelled {
                        mailbox.ring()
                        try? await Task.sleep(for: Self.pause)
                    }
                }
                group.addTask { [self] in
                    for await _ in mailbox.signals { await work() }
                }
            }
        }
    }

    /// Does what there is to do now.
    func work() async {
        do {
            try await readBook()
        } catch {
            logger.error("commands to devices not read", metadata: ["error": "\(error)"])
        }
        for kept in mailbox.take() { await receive(kept) }
        for mn in devices.keys.sorted() {
            await advance(mn)
            if devices[mn]?.isIdle == true, devices[mn]?.past.isEmpty == true { mailbox.watch(mn, false) }
        }
        await lookAround()
    }

    var wallMilliseconds: Int64 { book.clock() }
    var steady: Int64 { uptime() }

    // MARK: The book

    /// Takes over what was asked for, confirmed or withdrawn since the last time; at first all that is open.
    private func readBook() async throws {
        guard steady >= lookedAt &+ Self.bookPause || lookedAt == .min else { return }
        lookedAt = steady
        let since = known
        let news = try await book.database.read { connection -> (last: Int64, commands: [DeviceCommand])? in
            let last = try CommandStore.lastChange(in: connection)
            return last > since ? (last, try CommandStore.open(after: since, in: connection)) : nil
        }
        guard let news else { return }
        for command in news.commands { try await take(command, isFirst: since == 0) }
        known = news.last
    }

    private func take(_ command: DeviceCommand, isFirst: Bool) async throws {
        let mn = command.mn
        if devices[mn] == nil { try await open(mn) }
        mailbox.watch(mn, true)
        let isInHand = devices[mn]?.handed?.sequence == command.sequence
        switch command.stage {
        case .withdrawn: devices[mn]?.waiting.removeAll { $0.command.id == command.id }
        case .running where isFirst: try await takeUp(command)
        case .running:
            if command.withdrawnBy != nil, isInHand {
                await perform(devices[mn]?.queue.cancel(command.sequence, now: steady) ?? [], for: mn)
            }
        case .waiting where !isInHand:
            guard devices[mn]?.waiting.contains(where: { $0.command.id == command.id }) == false else { break }
            let since = command.confirmedBy == nil ? command.requestedMilliseconds : wallMilliseconds
            devices[mn]?.waiting.append(DeskDevice.Waiting(command: command, sinceMilliseconds: since))
        default: break
        }
    }

    /// A command that was under way when the service ended: it goes on under its number where asking twice does no harm.
    private func takeUp(_ command: DeviceCommand) async throws {
        let day = Instant(secondsSince1970: wallMilliseconds / 1_000).beijingDate
        let definition = try CommandBook(book.archive.catalog, on: day).definition(command.name)
        if definition?.commandClass.isRepeatable == true, command.withdrawnBy == nil {
            devices[command.mn]?.waiting.insert(
                DeskDevice.Waiting(command: command, sinceMilliseconds: wallMilliseconds), at: 0)
        } else {
            await record(command, CommandEnding(outcome: command.withdrawnBy == nil ? .unknown : .cancelled))
        }
    }

    private func open(_ mn: String) async throws {
        let last = try await book.database.read { try CommandStore.lastNumber(of: mn, in: $0) }
        let address =
            mailbox.lines.entry(of: mn)?.address
            ?? DeviceAddress(mn: mn, password: "", systemType: .interaction, dialect: .v2017)
        var queue = ExchangeQueue(address: address, numbers: last.flatMap(QNSequence.init(after:)) ?? QNSequence())
        queue.timing = timing
        // The pause is kept here: a command is made when it is sent, with the time of then.
        queue.timing.pause = 0
        devices[mn] = DeskDevice(queue: queue)
    }

    // MARK: The devices

    /// Looks at a device's connection and clocks, and sends the next command when it may.
    private func advance(_ mn: String) async {
        guard var device = devices[mn] else { return }
        if let (command, ending) = device.unrecorded {
            devices[mn]?.unrecorded = nil
            await record(command, ending)
            return
        }
        if device.isIdle { return }
        let entry = mailbox.lines.entry(of: mn)
        var actions: [ExchangeQueue.Action] = []
        if device.line !== entry?.line {
            device.line = entry?.line
            if let entry, entry.line != nil {
                device.queue.address = entry.address
                device.queue.keys = entry.profile.keys
                device.queue.cipherLength = entry.profile.cipherLength
                actions = device.queue.connected(now: steady)
            } else {
                device.queue.disconnected()
            }
        }
        actions += device.queue.clock(now: steady)
        devices[mn] = device
        await perform(actions, for: mn)
        await sendNext(of: mn)
    }

    private func sendNext(of mn: String) async {
        guard let device = devices[mn], device.handed == nil, device.unrecorded == nil else { return }
        let wall = wallMilliseconds
        if let late = device.waiting.first(where: { wall - $0.sinceMilliseconds > Self.greatestWait }) {
            devices[mn]?.waiting.removeAll { $0.command.id == late.command.id }
            await record(late.command, CommandEnding(outcome: .expired))
            return
        }
        guard device.line != nil, steady >= device.quietUntil,
            let place = device.waiting.firstIndex(where: { mayBeSent($0.command, to: device) })
        else { return }
        let command = device.waiting[place].command
        devices[mn]?.waiting.remove(at: place)
        do {
            let step = try await secret(of: command)
            if case .taken = step { return await record(command, CommandEnding(outcome: .taken)) }
            let secret: CommandSecret? = if case .send(let secret) = step { secret } else { nil }
            if let keys = try await deviceKeys(of: mn) { devices[mn]?.queue.keys = keys.ring }
            let message = try message(of: command, to: device, secret: secret)
            devices[mn]?.handed = command
            devices[mn]?.secret = secret
            devices[mn]?.queue.clockOffset = wall - steady
            let actions = devices[mn]?.queue.submit(message, id: command.sequence, again: command.qn, now: steady)
            await perform(actions ?? [], for: mn)
        } catch {
            await record(command, Self.unsendable(error))
        }
    }

    /// A clock is not set back across a full hour: that hour's record would be made twice.
    private func mayBeSent(_ command: DeviceCommand, to device: DeskDevice) -> Bool {
        guard command.name == CommandName.setClock.rawValue, let reading = device.reading,
            case .wait = ClockCheck.decide(reading, now: wallMilliseconds)
        else { return true }
        return false
    }

    private func message(
        of command: DeviceCommand, to device: DeskDevice, secret: CommandSecret?
    ) throws(MessageError) -> Message {
        guard let name = CommandName(rawValue: command.name) else {
            throw MessageError(code: .notWritable, field: command.name, value: "")
        }
        let arrival = wallMilliseconds + (device.reading?.roundTrip ?? 0) / 2
        guard let target = DataTime(unixSeconds: (arrival + 500) / 1_000) else {
            throw MessageError(code: .outOfRange, field: "SystemTime", value: "")
        }
        return try name.message(
            command.parameters, dialect: device.queue.address.dialect, target: target, secret: secret)
    }

    static func unsendable(_ error: MessageError) -> CommandEnding {
        var ending = CommandEnding(outcome: .unsendable)
        ending.detail =
            switch error.code {
            case .outOfRange: "未能下发：参数 \(error.field) 超出标准允许的范围"
            case .notInDialect: "未能下发：该设备的协议版本（\(error.value)）没有这条命令"
            case .notWritable: "未能下发：参数 \(error.field) 含有报文不允许的字符"
            case .noKey: "未能下发：没有该设备的密钥"
            }
        return ending
    }

    // MARK: How it went

    /// Puts on record how a command ended; what cannot be written now is kept and tried again.
    func record(_ command: DeviceCommand, _ ending: CommandEnding) async {
        do {
            try await book.record(CommandActions.end(command, ending))
        } catch is CommandError {
            // It was withdrawn in the meantime: that is how it ended.
        } catch {
            logger.error("end of a command not recorded", metadata: ["mn": "\(command.mn)", "error": "\(error)"])
            devices[command.mn]?.unrecorded = (command, ending)
        }
    }

    /// A command is over: the device has its rest, and its number is remembered for a late result.
    func finish(_ mn: String, _ outcome: CommandOutcome) async {
        guard let running = devices[mn]?.running else { return }
        var ending = running.ending
        let outcome = await settleSecret(of: mn, outcome)
        ending.outcome = outcome
        ending.dialect = devices[mn]?.queue.address.dialect
        if outcome == .noAnswer, ending.sent.isEmpty {
            ending.outcome = .unsendable
            ending.detail = "未能下发：下发的报文写不进报文库，或连接一直不可写"
        }
        devices[mn]?.running = nil
        devices[mn]?.handed = nil
        devices[mn]?.quietUntil = steady + timing.pause
        devices[mn]?.past.append(running.command)
        if let count = devices[mn]?.past.count, count > Self.greatestPast { devices[mn]?.past.removeFirst() }
        await record(running.command, ending)
        await follow(running.command, ending)
    }
}
