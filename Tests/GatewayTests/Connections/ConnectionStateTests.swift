import Testing

@testable import Gateway

/// The rules of a connection in virtual time: each limit is exceeded by as little as there is.
struct ConnectionStateTests {
    private let limits = GatewayLimits()

    private func fresh() -> ConnectionState { ConnectionState(limits: limits, at: 0) }

    /// A connection on which one valid frame came at the beginning.
    private func proven() -> ConnectionState {
        var state = fresh()
        state.took(framesOf: ["A"], byteCount: 0, showing: .registered, at: 0)
        return state
    }

    @Test func `a connection without a valid frame is closed after ten minutes, not before`() {
        var state = fresh()
        #expect(state.deadline == limits.silentMilliseconds)
        _ = state.wake(at: limits.silentMilliseconds - 1)
        #expect(state.closing == nil)
        _ = state.wake(at: limits.silentMilliseconds)
        #expect(state.closing == .silent && state.mayClose)
    }

    @Test func `bytes that are no packet do not keep a connection open`() {
        var state = fresh()
        for second in stride(from: Int64(1_000), to: limits.silentMilliseconds, by: 1_000) {
            state.received(1, isPartial: true, isNoise: false, at: second)
            state.took(framesOf: ["A"], byteCount: 0, showing: .silent, at: second)
            _ = state.wake(at: second)
        }
        #expect(state.closing == nil)
        _ = state.wake(at: limits.silentMilliseconds)
        #expect(state.closing == .silent)
    }

    @Test func `a device with one packet an hour is never closed, not even when it misses one`() {
        var state = proven()
        var now: Int64 = 0
        for hours in [1, 1, 2, 1, 2] {
            now += Int64(hours) * 3_600_000
            _ = state.wake(at: now)
            #expect(state.closing == nil)
            state.took(framesOf: ["A"], byteCount: 0, showing: .registered, at: now)
        }
        _ = state.wake(at: now + limits.idleMilliseconds)
        #expect(state.closing == .idle)
    }

    @Test func `a device over its rate is not read from until it is below, and then goes on`() throws {
        var state = proven()
        state.took(
            framesOf: Array(repeating: "A", count: limits.burstPerDevice + 20), byteCount: 0, showing: .registered,
            at: 1)
        #expect(!state.mayRead && state.closing == nil)
        let resumes = try #require(state.deadline)
        #expect((1_000...1_100).contains(resumes))
        _ = state.wake(at: resumes - 1)
        #expect(!state.mayRead)
        _ = state.wake(at: resumes)
        #expect(state.mayRead)
    }

    @Test func `many devices behind one forwarder have a rate each, and the connection has one of its own`() {
        var state = proven()
        let numbers = (0..<500).flatMap { device in Array(repeating: "D\(device)", count: 20) }
        state.took(
            framesOf: Array(numbers.prefix(limits.burstPerConnection - 1)), byteCount: 0, showing: .registered, at: 0)
        #expect(state.mayRead)
        state.took(framesOf: ["E", "F"], byteCount: 0, showing: .registered, at: 0)
        #expect(!state.mayRead)
    }

    @Test func `bytes beyond the rate of a connection are waited off, whatever they are`() throws {
        var state = proven()
        state.received(limits.byteBurstPerConnection, isPartial: false, isNoise: false, at: 0)
        #expect(state.mayRead)
        state.received(limits.bytesPerConnection, isPartial: false, isNoise: false, at: 0)
        #expect(!state.mayRead)
        #expect(state.deadline == 1_000)
    }

    @Test func `a slow disk holds the sender up, and it goes on when the bytes are on disk`() {
        var state = proven()
        state.took(framesOf: ["A"], byteCount: limits.unwrittenBytes, showing: .registered, at: 0)
        #expect(!state.mayRead)
        state.settled(1)
        #expect(state.mayRead)
    }

    @Test func `while the disk is full nothing is read and nobody is closed for silence`() {
        var state = fresh()
        state.diskFull(true, at: 0)
        #expect(!state.mayRead && state.deadline == nil)
        _ = state.wake(at: 10 * limits.idleMilliseconds)
        #expect(state.closing == nil)
        state.diskFull(false, at: 10 * limits.idleMilliseconds)
        #expect(state.mayRead)
        #expect(state.deadline == 10 * limits.idleMilliseconds + limits.silentMilliseconds)
    }

    @Test func `who takes no answers in is not read from, and is closed at once after a minute`() {
        var state = proven()
        state.took(framesOf: ["A"], byteCount: 10, showing: .registered, at: 0)
        state.takesAnswers(false, at: 5)
        #expect(!state.mayRead)
        // Told twice: the first time counts.
        state.takesAnswers(false, at: 50)
        _ = state.wake(at: 4 + limits.unsentMilliseconds)
        #expect(state.closing == nil)
        _ = state.wake(at: 5 + limits.unsentMilliseconds)
        #expect(state.closing == .slowReader && state.mayClose)
    }

    @Test func `who takes its answers in again in time is read from again`() {
        var state = proven()
        state.takesAnswers(false, at: 5)
        state.takesAnswers(true, at: 50_000)
        #expect(state.mayRead)
        _ = state.wake(at: 5 + limits.unsentMilliseconds)
        #expect(state.closing == nil)
    }

    @Test func `a cut frame is given up half a minute after its last byte`() {
        var state = proven()
        state.received(5, isPartial: true, isNoise: false, at: 0)
        state.received(5, isPartial: true, isNoise: false, at: 20_000)
        #expect(state.wake(at: 49_999) == .init())
        #expect(state.wake(at: 50_000) == .init(isPartialOver: true))
        #expect(state.wake(at: 50_001) == .init())
        state.received(5, isPartial: true, isNoise: false, at: 60_000)
        state.received(5, isPartial: false, isNoise: false, at: 60_001)
        #expect(state.wake(at: 200_000) == .init())
    }

    @Test func `a peer past the quota is closed behind the answers of what is on its way`() {
        var state = proven()
        state.took(framesOf: ["A"], byteCount: 300, showing: .registered, at: 0)
        state.close(.quota, at: 1)
        #expect(!state.mayRead && !state.mayClose)
        state.settled(300)
        #expect(state.mayClose)
    }

    @Test func `a connection that gives way does not wait for the disk`() {
        var state = proven()
        state.took(framesOf: ["A"], byteCount: 300, showing: .registered, at: 0)
        state.close(.evicted, at: 1)
        #expect(state.mayClose)
    }

    @Test func `what is no HJ 212 is closed for it, and the first reason is the one that counts`() {
        var state = fresh()
        state.received(5_000, isPartial: false, isNoise: true, at: 1)
        state.close(.quota, at: 2)
        #expect(state.closing == .notHJ212)
    }

    @Test func `a peer that does not take its last answers in is cut off after ten seconds`() {
        var state = proven()
        state.close(.ended, at: 1_000)
        #expect(state.deadline == 11_000)
        #expect(state.wake(at: 10_999) == .init())
        #expect(state.wake(at: 11_000) == .init(isClosedNow: true))
    }
}
