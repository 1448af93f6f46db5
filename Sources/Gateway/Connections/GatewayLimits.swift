/// What a peer may take of the gateway, so that a hostile one cannot take it from the others. Times are in milliseconds.
///
/// Whoever exceeds a rate is not read from for a while, which holds the sender up and loses nothing; whoever takes room or
/// time without sending packets is closed, and finds out by it. Every closing has a name, is counted and is shown.
package struct GatewayLimits: Sendable, Hashable {
    /// Connections in all: the devices of a large city, and as many again that a carrier's network left half open.
    package var connections = 20_000
    /// Connections of one address. A carrier's or a VPN's gateway can bring all devices of a city from one address, so it is
    /// less than all by just so much that others still get in.
    package var connectionsPerHost = 16_000
    /// A connection that sent no valid frame is closed after this: ten minutes, after which minute data come unless set
    /// otherwise (HJ 212-2017, table 4, MinInterval).
    package var silentMilliseconds: Int64 = 600_000
    /// A connection without a valid frame is closed after this: two hours and ten minutes, so that a device with one packet
    /// an hour, the longest interval there is (RtdInterval, hour data), may miss one of them.
    package var idleMilliseconds: Int64 = 7_800_000
    /// When there is no room, a connection that sent valid frames may be closed for another after this long without one.
    package var evictableMilliseconds: Int64 = 600_000
    /// The rest of a cut frame is given up after this long without a byte; see `Limits.partialFrameSeconds`.
    package var partialFrameMilliseconds: Int64 = 30_000
    /// Frames a second of one device on one connection, in the long run: hj212.md names 20; a device sends a handful a minute.
    package var framesPerDevice = 20
    /// Frames of one device that may come at once: what it kept through ten seconds of rate, as after a short cut.
    package var burstPerDevice = 200
    /// Frames a second of one connection, whatever devices are behind it: a forwarder of a county's 1,000 devices has
    /// them, and a hundred such connections are what two cores take in.
    package var framesPerConnection = 1_000
    /// Frames of one connection that may come at once.
    package var burstPerConnection = 10_000
    /// Bytes a second of one connection: a thousand frames of the greatest length of the standard.
    package var bytesPerConnection = 1 << 20
    /// Bytes of one connection that may come at once.
    package var byteBurstPerConnection = 8 << 20
    /// Devices of one connection whose rates are followed; those beyond fall under the rate of the connection only.
    package var devicesPerConnection = 1_024
    /// Bytes received and not on disk, beyond which a connection is not read from: a slow disk slows the sender down instead
    /// of filling the memory.
    package var unwrittenBytes = 1 << 20
    /// Bytes of answers that wait here for a peer to take them in, beyond which it is not read from: some 400 answers. As
    /// many again wait in the system's buffer.
    package var unsentBytes = 64 << 10
    /// A peer that takes no answers in is closed after this: six times the ten seconds after which a device repeats.
    package var unsentMilliseconds: Int64 = 60_000
    /// The time a peer has to take its last answers in when its connection is to be closed.
    package var closingMilliseconds: Int64 = 10_000
    /// The most bytes read at once from one connection: what the others on the same thread wait for, about a hundred frames.
    package var readBytes = 32 << 10

    /// The limits as they are described.
    package init() {}

    /// Sets the frames a second of a device, and as many at once as it may send in ten seconds.
    package mutating func setRate(ofDevice rate: Int) {
        framesPerDevice = rate
        burstPerDevice = rate * 10
    }

    /// Sets the frames a second of a connection, as many at once as it may send in ten seconds, and bytes for them.
    package mutating func setRate(ofConnection rate: Int) {
        framesPerConnection = rate
        burstPerConnection = rate * 10
        bytesPerConnection = max(bytesPerConnection, rate << 10)
        byteBurstPerConnection = max(byteBurstPerConnection, bytesPerConnection * 8)
    }
}
