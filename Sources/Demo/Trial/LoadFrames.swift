import HJ212
import Standards

/// The hour packets of one connection under load, as bytes by running number: packet `serial` is of device
/// `serial % devices`, and each device's hours follow each other. So a packet can be made again whenever it has to be
/// repeated, and nothing has to be kept.
///
/// A device that writes as the standard says gets prepared frames in which only QN, DataTime and the check value are
/// written anew; everything else is made from scratch.
struct LoadFrames: Sendable {
    /// Prepared hours a device: their values come round again.
    private static let variants = 4

    private struct Prepared: Sendable {
        let bytes: [UInt8]
        let timeOffset: Int
    }

    private let devices: [DeviceSimulator]
    private let start: Instant
    private var prepared: [[Prepared]] = []
    /// `YYYYMMDDhhmmss` of the second and the period written last.
    private var second: (number: Int, digits: [UInt8]) = (-1, [])
    private var period: (number: Int, digits: [UInt8]) = (-1, [])

    /// "##0123QN=".
    private static let numberOffset = 9
    private static let segmentOffset = 6

    init(devices: [DeviceSimulator], start: Instant) {
        self.devices = devices
        self.start = start
        prepared = devices.map { device in
            guard device.deviations.isEmpty, device.parameters.key == nil else { return [] }
            return (0..<Self.variants).compactMap { hour in
                let transmission = Self.hour(hour, from: start)
                guard let packet = device.packet(for: transmission, sentAt: start, serial: 0) else { return nil }
                let mark = Array("DataTime=".utf8)
                guard let found = packet.bytes.indices.first(where: { packet.bytes[$0...].starts(with: mark) }) else {
                    return nil
                }
                return Prepared(bytes: packet.bytes, timeOffset: found + mark.count)
            }
        }
    }

    /// Adds a packet to `output` and gives its QN as a number.
    mutating func append(_ serial: Int, to output: inout [UInt8]) -> UInt64 {
        let place = serial % devices.count
        let hour = serial / devices.count
        moveOn(serial, hour)
        let milliseconds = serial % 1_000
        let number = second.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 48) } * 1_000 + UInt64(milliseconds)
        guard !prepared[place].isEmpty else {
            let packet = devices[place].packet(
                for: Self.hour(hour, from: start), sentAt: start.adding(seconds: serial / 1_000), serial: serial)
            output += packet?.repeated ?? []
            return number
        }
        let frame = prepared[place][hour % prepared[place].count]
        let base = output.count
        output += frame.bytes
        output.withUnsafeMutableBytes { all in
            let frameBytes = UnsafeMutableRawBufferPointer(rebasing: all[base...])
            for (offset, digit) in second.digits.enumerated() { frameBytes[Self.numberOffset + offset] = digit }
            frameBytes[Self.numberOffset + 14] = UInt8(48 + milliseconds / 100)
            frameBytes[Self.numberOffset + 15] = UInt8(48 + milliseconds / 10 % 10)
            frameBytes[Self.numberOffset + 16] = UInt8(48 + milliseconds % 10)
            for (offset, digit) in period.digits.enumerated() { frameBytes[frame.timeOffset + offset] = digit }
            let end = frameBytes.count - 6
            let check = Checksum.value(of: UnsafeRawBufferPointer(rebasing: frameBytes[Self.segmentOffset..<end]))
            for nibble in 0..<4 {
                let digit = UInt8(truncatingIfNeeded: check >> UInt16(12 - 4 * nibble)) & 15
                frameBytes[end + nibble] = digit < 10 ? 48 + digit : 55 + digit
            }
        }
        return number
    }

    private mutating func moveOn(_ serial: Int, _ hour: Int) {
        if second.number != serial / 1_000 {
            second = (serial / 1_000, Self.digits(of: start.adding(seconds: serial / 1_000)))
        }
        if period.number != hour { period = (hour, Self.digits(of: Self.hour(hour, from: start).period)) }
    }

    private static func hour(_ hour: Int, from start: Instant) -> Transmission {
        let period = LocalHour(containing: start).adding(hour).start
        return Transmission(kind: .hour, period: period, due: period.adding(seconds: 3_600))
    }

    private static func digits(of moment: Instant) -> [UInt8] {
        var text = RowBytes(reserving: 14)
        text.append(clock: moment)
        return text.bytes
    }
}
