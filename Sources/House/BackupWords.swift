import Storage

extension BackupError {
    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .exists: "\(detail) 已经存在，没有备份。请换一个名称，例如加上日期"
        case .notEmpty: "\(detail) 不是空目录，没有恢复。请用 --data 给出新的目录"
        case .insideData: "\(detail) 与另一个目录互相包含，没有执行。备份应放在数据目录之外，最好在另一块磁盘上"
        case .underWay: "另一个进程正在写 \(detail)，没有执行。请等它结束，或换一个目录"
        case .foreignDraft: "\(detail) 不是备份留下的文件，没有执行。请把它移开，或换一个目录"
        case .noBackup: "\(detail) 不是备份：没有 manifest.json。未完成的备份（.part）不能恢复"
        case .malformedManifest: "备份的 manifest.json 已损坏（\(detail)），没有恢复。请改用另一份备份"
        case .laterFormat: "备份的格式为第 \(detail) 版，本程序不认识，没有恢复。请用较新的程序"
        case .missingFile: "备份缺少文件 \(detail)，没有恢复。请改用另一份备份"
        case .changedFile: "备份中的文件 \(detail) 与 manifest.json 不符，已损坏，没有恢复。请改用另一份备份"
        case .otherLedger: "备份中的台账与 manifest.json 不符（\(detail)），没有恢复。请改用另一份备份"
        case .diskFull: "磁盘空间不足（\(detail)），没有留下任何文件。请腾出空间，或换一块磁盘"
        case .unsettled: "复制期间不断有到期报文被销毁，没有备份。请稍后再试"
        }
    }
}
