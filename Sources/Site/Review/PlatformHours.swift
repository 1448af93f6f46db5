import Gateway
import Standards
import Storage

/// The hours whose values our own platform could not take: what is missing in them is no fault of a station.
enum PlatformHours {
    /// An hour's value is sent within so many seconds after its end; a later start of ours misses it.
    private static let sending: Int64 = 900

    /// Their starts.
    static func ours(on days: ClosedRange<CivilDate>, in connection: ReadConnection) throws -> Set<Instant> {
        let start = Instant(beijing: days.lowerBound).secondsSince1970
        let end = Instant(beijing: days.upperBound.adding(days: 1)).secondsSince1970
        let outages = try GatewayUptimeState.outages(in: connection)
        let deaf = try DeviceStore.deafHours(from: start, to: end, in: connection)
        let hours = stride(from: start, to: end, by: 3_600).filter { hour in
            let heard = (hour + 3_600) * 1_000
            return deaf.contains(hour)
                || outages.contains { $0.from <= heard && $0.to >= heard + sending * 1_000 }
        }
        return Set(hours.map { Instant(secondsSince1970: $0) })
    }
}
