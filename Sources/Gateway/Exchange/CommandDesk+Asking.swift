import HJ212
import Logging
import Monitoring
import Records
import Registry
import Standards
import Storage

/// What the desk asks of devices by itself. All of it stands in the book like the wishes of people, with its reason.
extension CommandDesk {
    /// Days and hours of a moment.
    private static let day: Int64 = 86_400_000
    private static let hour: Int64 = 3_600_000

    /// Looks at clocks and for gaps when it is time.
    func lookAround() async {
        do {
            if steady >= agenda.nextClocks {
                agenda.nextClocks = steady + DeskAgenda.clockPause
                try await checkClocks()
            }
            if steady >= agenda.nextGaps {
                agenda.nextGaps = steady + DeskAgenda.gapPause
                try await askForGaps()
            }
        } catch {
            logger.error("devices not asked by themselves", metadata: ["error": "\(error)"])
        }
    }

    /// Devices that have been reachable for a while, with the time of our own clock.
    private var settled: [String] {
        let latest = wallMilliseconds - DeskAgenda.settling
        return mailbox.lines.reachable.filter { $0.value <= latest }.keys.sorted()
    }

    // MARK: Clocks

    /// Reads every clock once a day.
    func checkClocks() async throws {
        let since = wallMilliseconds - Self.day
        let (settings, done) = try await book.database.read { connection in
            (
                try CommandStore.settings(in: connection),
                try CommandStore.devices(asked: .clockCheck, since: since, in: connection)
            )
        }
        guard settings.checksClocks else { return }
        for mn in settled.filter({ !done.contains($0) }).prefix(DeskAgenda.greatestClockCount) {
            try await ask(
                CommandRequest(
                    mn: mn, name: CommandName.readClock.rawValue, reason: "每日核对现场机时间",
                    basis: "HJ 212 6.6 时间校准；本系统每日自动核对", origin: .clockCheck))
        }
    }

    /// What follows from how a command of our own went: a clock that is wrong is set, if the operator wants that.
    func follow(_ command: DeviceCommand, _ ending: CommandEnding) async {
        guard command.name == CommandName.readClock.rawValue, ending.drift != nil,
            let reading = devices[command.mn]?.reading, abs(reading.drift) > ClockCheck.toleratedDrift
        else { return }
        await setClock(of: command.mn, because: "时钟偏差 \(Self.seconds(reading.drift)) 秒")
    }

    /// A device asked for the time (1013). It has its 9013 already.
    func answerClockNotice(_ kept: KeptPacket) async {
        let wall = wallMilliseconds
        if let last = agenda.noticeAnswered[kept.mn], wall - last < Self.hour { return }
        agenda.noticeAnswered[kept.mn] = wall
        await setClock(of: kept.mn, because: "设备请求校时（CN=1013）")
    }

    /// Asks for a clock to be set: only of the bureau's own devices, and only when the operator switched it on.
    private func setClock(of mn: String, because reason: String) async {
        do {
            let isWanted = try await book.database.read { connection in
                guard try CommandStore.settings(in: connection).setsClocks,
                    try RegistryStore.bindings(of: mn, in: connection).last?.settings.ownership == .bureau
                else { return false }
                return try !CommandStore.isOpen(CommandName.setClock.rawValue, of: mn, in: connection)
            }
            guard isWanted else { return }
            try await ask(
                CommandRequest(
                    mn: mn, name: CommandName.setClock.rawValue, reason: reason,
                    basis: "HJ 212 6.6 时间校准；操作人已开启本局设备自动校时", origin: .clockSetting))
        } catch {
            logger.error("clock of a device not set", metadata: ["mn": "\(mn)", "error": "\(error)"])
        }
    }

    private static func seconds(_ milliseconds: Int64) -> String {
        let tenths = abs(milliseconds) / 100
        return "\(milliseconds < 0 ? "−" : "+")\(tenths / 10).\(tenths % 10)"
    }

    // MARK: Gaps

    /// Asks reachable devices for periods that should be there and are not.
    func askForGaps() async throws {
        let reachable = settled
        guard !reachable.isEmpty, try await book.database.read({ try CommandStore.settings(in: $0).asksForGaps })
        else { return }
        let now = wallMilliseconds
        for mn in reachable {
            guard let profile = mailbox.lines.entry(of: mn)?.profile else { continue }
            let requests = try await book.database.read { connection -> [CommandRequest] in
                guard let finder = try GapFinder(mn, profile: profile, now: now, in: connection) else { return [] }
                return try finder.requests(in: connection)
            }
            for request in requests { try await ask(request) }
        }
    }

    /// Puts a wish of our own on record. What the rules refuse is not asked.
    private func ask(_ request: CommandRequest) async throws {
        let wall = wallMilliseconds
        let rules = try CommandBook(
            book.archive.catalog, on: Instant(secondsSince1970: wall / 1_000).beijingDate)
        let ownership = try await book.database.read {
            try RegistryStore.bindings(of: request.mn, in: $0).last?.settings.ownership
        }
        guard let ownership else { return }
        do {
            try await book.record(
                request.action(
                    id: MintedID.mint(at: wall), ownership: ownership, book: rules, by: CommandActions.system))
        } catch let error as CommandError {
            logger.notice(
                "not asked of a device",
                metadata: ["mn": "\(request.mn)", "command": "\(request.name)", "why": "\(error.code)"])
        }
    }
}
