import Testing

@testable import Gateway

struct ConnectionRosterTests {
    private static func limits(connections: Int, perHost: Int) -> GatewayLimits {
        var limits = GatewayLimits()
        limits.connections = connections
        limits.connectionsPerHost = perHost
        return limits
    }

    @Test func `a flood of half-open connections gives way to itself, the oldest first, and shuts nobody out`() {
        var roster = ConnectionRoster(limits: Self.limits(connections: 100, perHost: 10))
        #expect(roster.admit(1, from: "good", at: 0) == .admitted)
        for id in Int64(2)...11 { #expect(roster.admit(id, from: "flood", at: id) == .admitted) }
        for id in Int64(12)...1_011 { #expect(roster.admit(id, from: "flood", at: id) == .replacing(id - 10)) }
        #expect(roster.count == 11)
        #expect(roster.admit(2_000, from: "other", at: 0) == .admitted)
    }

    @Test func `a device at work keeps its place in a flood from its own address`() {
        var roster = ConnectionRoster(limits: Self.limits(connections: 100, perHost: 3))
        _ = roster.admit(1, from: "a", at: 0)
        roster.heard(1, .registered, at: 0)
        for id in Int64(2)...500 {
            #expect(roster.admit(id, from: "a", at: id) != .replacing(1))
        }
        #expect(roster.count == 3)
    }

    @Test func `when all is full the address with most silent connections gives way, however many it is`() {
        var roster = ConnectionRoster(limits: Self.limits(connections: 6, perHost: 5))
        _ = roster.admit(1, from: "small", at: 0)
        for id in Int64(2)...6 { _ = roster.admit(id, from: "large", at: id) }
        #expect(roster.admit(7, from: "new", at: 7) == .replacing(2))
    }

    @Test func `a newcomer is refused while all are at work and takes the place of who has been quiet for long`() {
        let limits = Self.limits(connections: 2, perHost: 2)
        var roster = ConnectionRoster(limits: limits)
        for id in Int64(1)...2 {
            _ = roster.admit(id, from: "a", at: 0)
            roster.heard(id, id == 1 ? .registered : .unregistered, at: 0)
        }
        #expect(roster.admit(3, from: "b", at: 1) == .refused)
        // Who showed a registered device stays longer than who did not.
        #expect(roster.admit(4, from: "b", at: limits.evictableMilliseconds) == .replacing(2))
        #expect(roster.admit(5, from: "b", at: limits.evictableMilliseconds) == .replacing(4))
    }

    @Test func `what comes and goes leaves nothing behind`() {
        var roster = ConnectionRoster(limits: Self.limits(connections: 100, perHost: 50))
        _ = roster.admit(1, from: "a", at: 0)
        for id in Int64(2)...5_000 {
            #expect(roster.admit(id, from: "a", at: id) == .admitted)
            if id % 2 == 0 { roster.heard(id, .registered, at: id) }
            roster.remove(id)
        }
        #expect(roster.count == 1)
        roster.remove(1)
        roster.remove(1)
        #expect(roster.count == 0)
        for id in Int64(6_000)..<6_050 { #expect(roster.admit(id, from: "a", at: id) == .admitted) }
        #expect(roster.admit(7_000, from: "a", at: 0) == .replacing(6_000))
    }
}
