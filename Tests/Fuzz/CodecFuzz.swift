/// What libFuzzer calls with every input: the laws of framer and parser, which must hold whatever a peer sends. A law
/// broken or a trap ends the process, and libFuzzer keeps the input. Built by `Tests/Fuzz/run`, never by the package.
///
/// The first byte of an input chooses the size of the chunks and how much is asked of the packets, the others are the
/// stream.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 1 else { return 0 }
    let stream = [UInt8](UnsafeBufferPointer(start: start + 1, count: count - 1))
    let whole = CodecRun(stream, chunk: stream.count)
    let divided = CodecRun(stream, chunk: 1 + Int(start[0]) % CodecRun.mostChunkBytes)
    precondition(whole.marks == divided.marks, "frames depend on the chunks")
    precondition(whole.tally == divided.tally, "what is counted depends on the chunks")
    // Each byte is looked at a bounded number of times: by the search, for a start, for the check value and at the end.
    precondition(whole.examinedBytes <= CodecRun.mostLooks * stream.count, "the work is not linear")
    // What is said of a packet costs more than finding it, so not every input is asked for all.
    let depth = start[0] >> 6
    if let packet = Packet(record: stream) { CodecRun.read(packet, depth) }
    // The packets of frames are among those of the stream, whose line ends are read as well.
    for packet in Packet.all(in: stream) { CodecRun.read(packet, depth) }
    return 0
}
