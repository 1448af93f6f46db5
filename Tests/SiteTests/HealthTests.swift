import Gateway
import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Site

struct HealthTests {
    private func sample(
        _ bureau: TestBureau, minutes: Int64, logEnd: Int64 = 0, free: Int64? = 100 << 30,
        missingKeys: [String] = []
    ) async throws -> HealthSample {
        let services = try SiteFixture.services(bureau)
        let sample = try await bureau.book.database.read { try HealthSample(services, nil, in: $0) }
        var process = sample.process
        process.freeBytes = free
        process.databaseBytes = 0
        return HealthSample(
            time: Instant(secondsSince1970: SiteFixture.now.secondsSince1970 + minutes * 60),
            gateway: sample.gateway, gatewayBeat: nil, logEnd: logEnd, stall: nil, projection: sample.projection,
            upstreams: [:], upstreamLags: [:],
            process: process, missingKeys: missingKeys, lastBackup: nil)
    }

    @Test func `the days until the disk is full follow from its growth and are not guessed early`() async throws {
        let bureau = try await SiteFixture.bureau()
        let first = try await sample(bureau, minutes: 0)
        // A hundredth of the room in an hour: 100 hours.
        let hour = try await sample(bureau, minutes: 60, logEnd: 1 << 30)
        #expect(HealthCourse([first], now: hour).daysUntilFull == 4)
        let early = try await sample(bureau, minutes: 9, logEnd: 1 << 30)
        #expect(HealthCourse([first], now: early).daysUntilFull == nil)
        let still = try await sample(bureau, minutes: 60)
        #expect(HealthCourse([first], now: still).daysUntilFull == nil)
    }

    @Test func `a minute without a sample before it is missing and not zero`() async throws {
        let bureau = try await SiteFixture.bureau()
        let samples = [
            try await sample(bureau, minutes: 0, logEnd: 10), try await sample(bureau, minutes: 1, logEnd: 30),
        ]
        let course = HealthCourse(samples, now: try await sample(bureau, minutes: 2, logEnd: 35))
        #expect(course.growths(of: { $0.logEnd }, every: 60, periods: 4) == [nil, nil, 20, 5])
        #expect(course.growth(inLast: 60) { $0.logEnd } == 5)
        // Of an hour that is not full, what there is.
        #expect(course.growth(inLast: 3_600) { $0.logEnd } == 25)
    }

    @Test func `every part is told in words, and what is wrong with the way to mend it`() async throws {
        let bureau = try await SiteFixture.bureau()
        let board = try await ForwardedBureau.board(of: bureau)
        try await SiteFixture.test(
            bureau, tally: GatewayTally(), forwarding: board, monitor: SiteFixture.monitor(bureau)
        ) { site in
            let text = try await site.get("/health").text
            for word in ["数采网关", "报文库", "读成数据", "上级平台", "数据库", "备份", "进程", "时钟", "● 正常"] {
                #expect(text.contains(word), "\(word)")
            }
            let advice = bureau.book.database.isShared ? "用服务器自己的工具备份" : "qingheng backup"
            #expect(text.contains("最近备份") && text.contains(advice))
            #expect(text.contains("市平台：连接不上对方地址"))
            #expect(text.contains("<svg") && text.contains("近 60 分钟报文"))
        }
    }

    @Test func `the last backup is shown with its place, and one that is missing or a day old is said`() async throws {
        let bureau = try await SiteFixture.emptyBureau()
        try await SiteFixture.test(bureau, monitor: SiteFixture.monitor(bureau)) { site in
            func backup() async throws -> String {
                let text = try await site.get("/health").text
                #expect(text.contains("最近备份"))
                return text
            }
            if bureau.book.database.isShared {
                #expect(try await backup().contains("用服务器自己的工具备份"))
                return
            }
            #expect(try await backup().contains("这个数据目录还没有备份过"))
            let now = SiteFixture.now.secondsSince1970 * 1_000
            try LastBackup(milliseconds: now - 86_400_000, place: "/mnt/第一份", sequence: 7).note(in: bureau.directory)
            let fresh = try await backup()
            #expect(fresh.contains("2026-11-21 08:30") && fresh.contains("/mnt/第一份") && fresh.contains("至第 7 条记录"))
            #expect(!fresh.contains("qingheng backup"))
            try LastBackup(milliseconds: now - 86_401_000, place: "/mnt/1", sequence: 7).note(in: bureau.directory)
            let old = try await backup()
            #expect(old.contains("已超过 24 小时") && old.contains("qingheng backup"))
            #expect(try await site.get("/healthz").status == 200)
        }
    }

    @Test func `machines are told in one word, and what waits for somebody does not fail the server`() async throws {
        let bureau = try await SiteFixture.bureau()
        try await SiteFixture.test(bureau, tally: GatewayTally(), monitor: SiteFixture.monitor(bureau)) { site in
            let answer = try await site.get("/healthz")
            #expect(answer.status == 200 && answer.text == "ok\n")
        }
    }

    @Test func `readings that are ten minutes late fail the server, and so does a store that cannot be asked`()
        async throws
    {
        let bureau = try await SiteFixture.bureau()
        let monitor = SiteFixture.monitor(bureau)
        let first = try #require(try bureau.book.archive.packets.read(from: bureau.book.archive.packets.start).first)
        try await bureau.book.archive.packets.append([first.entry])
        try await SiteFixture.test(bureau, monitor: monitor) { site in
            let late = try await site.get("/healthz")
            #expect(late.status == 503 && late.text == "failing: projection\n")
            #expect(try await site.get("/health").text.contains("■ 故障"))
            try await bureau.book.database.close()
            let closed = try await site.get("/healthz")
            #expect(closed.status == 503 && closed.text == "failing: database\n")
        }
    }

    @Test func `a full disk is said on every page, fails the server, and is over when nothing waits`() async throws {
        let bureau = try await TestBureau(
            SiteFixture.capabilities, clock: TestClock(SiteFixture.now), leastFreeBytes: 1 << 60)
        let log = bureau.book.archive.packets
        let entry = PacketEntry(
            receivedMilliseconds: SiteFixture.now.secondsSince1970 * 1_000, peer: "10.0.0.9:5000",
            verdict: PacketVerdict.accepted.rawValue, raw: Array("##0000".utf8))
        let waiting = Task { try await log.append([entry]) }
        while log.stall == nil { try await Task.sleep(for: .milliseconds(5)) }
        let words = "磁盘已满，网关自 2026-11-22 08:30 起停止接收"
        try await SiteFixture.test(bureau, tally: GatewayTally(), monitor: SiteFixture.monitor(bureau)) { site in
            let probe = try await site.get("/healthz")
            #expect(probe.status == 503 && probe.text == "failing: packet-log\n")
            for page in ["/", "/devices", "/adoption", "/leads", "/health"] {
                #expect(try await site.get(page).text.contains(words), "\(page)")
            }
            let health = try await site.get("/health")
            #expect(health.status == 200 && health.text.contains("磁盘写不进去") && health.text.contains("■ 故障"))
            #expect(try await site.get("/metrics").text.contains("\nqingheng_packet_log_stalled 1\n"))
            // What waits ends, here because the log does.
            log.close()
            await #expect(throws: StorageError(.logClosed, detail: "")) { try await waiting.value }
            #expect(try await site.get("/healthz").text == "ok\n")
            #expect(try await !site.get("/").text.contains("磁盘已满"))
        }
    }

    @Test func `a clock that was set is noticed`() {
        let monitor = ServerMonitor(
            version: "1", dataDirectory: "/", gatewayAddress: "", started: SiteFixture.now,
            quarantinedBytes: { 0 }, monotonic: { 0 })
        #expect(monitor.clockJumpSeconds(at: SiteFixture.now) == 0)
        let later = Instant(secondsSince1970: SiteFixture.now.secondsSince1970 - 3_600)
        #expect(monitor.clockJumpSeconds(at: later) == -3_600)
    }
}
