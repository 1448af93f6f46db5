import HJ212

/// Head, length, check value and line end of one device's packets, with what it does wrong about them.
struct DeviceFrame {
    let deviations: Set<Deviation>
    let parameters: DeviceParameters
    let systemType: String
    let version: DistrictPlan.Device.Version

    /// Version bits of Flag (000000 in 2005, 000001 in 2017, 000010 in 2025 and for surface water), bits 0 and 1 clear.
    var versionBits: Int {
        switch version {
        case .hj2005: 0
        case .hj2017: 4
        case .hj2025, .surfaceWater: 8
        }
    }

    /// The data segment in the order of the device.
    func segment(_ command: Int, qn: String, wantsAnswer: Bool, resent: Bool, content: [UInt8]) -> [UInt8] {
        let password = has(.emptyPassword) ? "" : parameters.password
        let flag = versionBits + (wantsAnswer ? 1 : 0)
        var fields = [
            "QN=\(qn)", "ST=\(systemType)", "CN=\(command)", "PW=\(password)", "MN=\(parameters.mn)",
            has(.blankInHead) ? "Flag= \(flag)" : "Flag=\(flag)",
        ]
        if has(.missingNumber) { fields = Array(fields[1...4]) }
        if has(.headReordered) { fields.reverse() }
        if resent, version == .hj2025 { fields.append("RF=1") }
        var text = RowBytes(reserving: 1_024)
        text.append(text: fields.joined(separator: ";"))
        text.append(text: ";CP=&&")
        text.append(content)
        text.append(text: has(.noClosing) ? "" : "&&")
        return text.bytes
    }

    /// An answer of the device to the platform. Devices of 2005 have no QN in the head of their answers but in the content.
    func answer(_ command: Int, qn: String, content: String) -> [UInt8] {
        let system = (9_000..<9_999).contains(command) ? "91" : systemType
        let rest = "ST=\(system);CN=\(command);PW=\(parameters.password);MN=\(parameters.mn);Flag=\(versionBits);CP=&&"
        let text =
            version == .hj2005 && system == "91"
            ? "\(rest)\(([("QN=" + qn)] + (content.isEmpty ? [] : [content])).joined(separator: ";"))&&"
            : "QN=\(qn);\(rest)\(content)&&"
        return framed(Array(text.utf8), command: command)
    }

    /// The frame round a segment. `spoilt` makes the check value one that cannot be right.
    func framed(_ segment: [UInt8], command: Int, check given: String? = nil) -> [UInt8] {
        let wire = ciphered(segment, command: command)
        var frame = RowBytes(reserving: wire.count + 16)
        frame.append(text: "##")
        var counted = has(.lengthByCharacters) ? String(decoding: segment, as: UTF8.self).count : segment.count
        if has(.wrongLength) { counted += 2 }
        frame.append(padded: counted, width: 4)
        frame.append(wire)
        frame.append(text: given ?? check(of: segment))
        frame.append(text: lineEnd)
        if has(.nulPadding) { frame.append([0, 0]) }
        return frame.bytes
    }

    /// A check value the algorithm can yield, but not of this segment.
    static func wrongCheck(of segment: [UInt8]) -> String { hex(Checksum.value(of: segment + [1])) }

    private func ciphered(_ segment: [UInt8], command: Int) -> [UInt8] {
        guard version == .hj2025, let key = parameters.key, CommandNumber(rawValue: command).isCiphered else {
            return segment
        }
        return (try? PacketWriter.ciphered(segment: segment, with: key)) ?? segment
    }

    private func check(of segment: [UInt8]) -> String {
        var value = has(.modbusCRC) ? Checksum.modbus(of: segment) : Checksum.value(of: segment)
        if has(.swappedCRC) { value = value.byteSwapped }
        var text = Self.hex(value)
        if has(.unpaddedCRC) { text = String(value, radix: 16, uppercase: true) }
        return has(.lowercaseCRC) ? text.lowercased() : text
    }

    private var lineEnd: String {
        if has(.noLineEnd) { return "" }
        if has(.lineFeedOnly) { return "\n" }
        return has(.extraLineEnd) ? "\r\n\r\n" : "\r\n"
    }

    private func has(_ deviation: Deviation) -> Bool { deviations.contains(deviation) }

    /// Four upper-case hexadecimal digits, high byte first.
    private static func hex(_ value: UInt16) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
