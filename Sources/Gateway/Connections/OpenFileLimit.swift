import Glibc

/// How many files and sockets this process may have open.
enum OpenFileLimit {
    /// What is kept for the store, the web and the log, in descriptors.
    private static let reserve = 512

    /// Raises the limit as far as the system lets us, to what so many connections need.
    ///
    /// - Returns: the connections that there can be, at most as many as were asked for.
    static func raise(forConnections wanted: Int) -> Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return wanted }
        let needed = rlim_t(wanted + reserve)
        if limit.rlim_cur < needed {
            var raised = limit
            raised.rlim_cur = min(needed, limit.rlim_max)
            if setrlimit(resource, &raised) == 0 { limit = raised }
        }
        return max(1, min(wanted, Int(clamping: limit.rlim_cur) - reserve))
    }
}
