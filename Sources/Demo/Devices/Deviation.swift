/// What real devices do otherwise than HJ 212 says, as the demo's devices repeat it.
///
/// | Deviation | How often | What the gateway should do |
/// | --- | --- | --- |
/// | lowercaseCRC | always | accept |
/// | noLineEnd | always | accept: the next `##` ends the frame |
/// | stickyPackets | whatever is due together goes out in one write | cut by length |
/// | halfPackets | every frame in two writes, 0.05 s apart | wait for the rest |
/// | lengthByCharacters | log packets with Chinese text | accept by arbitration, mark the length |
/// | duplicateFrames | one frame in four goes out twice | answer each, store once |
/// | placeholderCRC | one realtime frame in ten ends in `FFFF` | reject, no answer |
/// | blankAfterSeparator | always, after each `;` in CP | trim |
/// | banner | once a connection, before the first frame | skip to `##` |
/// | slowClock | the clock is 3 min behind | accept, show the drift |
/// | hourTwice | the hour from 14 o'clock again, 40 min later, with a new QN | answer, store once |
/// | lateHour | the hour from 3 o'clock not before 8:20 | accept out of order |
///
/// What happens once, on the day before the demo's day, is in `DemoScript`.
package enum Deviation: String, Codable, CaseIterable, Sendable {
    case lowercaseCRC, noLineEnd, stickyPackets, halfPackets, lengthByCharacters, duplicateFrames
    case placeholderCRC, blankAfterSeparator, banner, slowClock, hourTwice, lateHour
}
