import Testing

@testable import Gateway

struct ProjectionPaceTests {
    private let start = ContinuousClock.now

    @Test func `while a city sends as usual readings are made without a pause`() {
        var pace = ProjectionPace(packets: 0, at: start)
        pace.look(packets: 170, at: start + .seconds(1))
        #expect(!pace.isFlood)
        #expect(pace.pause(after: .milliseconds(150)) == .zero)
    }

    @Test func `in a flood an eighth of the time goes into readings, and all of it when the flood is over`() {
        var pace = ProjectionPace(packets: 0, at: start)
        pace.look(packets: 50_000, at: start + .seconds(1))
        #expect(pace.isFlood)
        #expect(pace.pause(after: .milliseconds(100)) == .milliseconds(700))
        #expect(pace.pause(after: .seconds(3)) == ProjectionPace.greatestPause)
        pace.look(packets: 50_000, at: start + .seconds(2))
        #expect(!pace.isFlood)
    }

    @Test func `two looks in a row do not make a flood of one group of packets`() {
        var pace = ProjectionPace(packets: 0, at: start)
        pace.look(packets: 64, at: start + .milliseconds(1))
        #expect(!pace.isFlood)
    }
}
