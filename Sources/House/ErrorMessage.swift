import Accounts
import Casework
import Catalog
import Documents
import Dossier
import Gateway
import Judging
import Ledger
import Monitoring
import Records
import Registry
import Reporting
import Site
import Storage

/// The one place where errors of all rooms become sentences for the command line.
package enum ErrorMessage {
    /// What happened, where, and how to mend it.
    package static func text(_ error: any Error) -> String {
        switch error {
        case let error as HouseError: house(error)
        case let error as StorageError: storage(error)
        case let error as BackupError: error.message
        case let error as LedgerError: error.message
        case let error as CatalogError: error.message
        case let error as ImportError: error.message
        case let error as SourceImportError: error.message
        case let error as LaboratoryError: error.message
        case let error as JudgingError: error.message
        case let error as DocumentError: error.message
        case let error as ReportingError: error.message
        case let error as GatewayError: error.message
        case let error as ExpiryRefusal: error.message
        case let error as CommandError: error.message
        case let error as KeyError: error.message
        case let error as GatewayAway: error.message
        case let error as AccountsError: error.message
        case let error as SiteError: error.message
        case let error as TLSError: error.message
        case let error as OpenIDError: error.message
        case let error as MatterRefusal: error.message
        case let error as PaperRefusal: error.message
        case let error as MatterConflict: error.message(naming: error.person)
        case let error as RecordsError: records(error)
        default: "出现未预料的错误：\(error)"
        }
    }

    private static func house(_ error: HouseError) -> String {
        switch error.code {
        case .notLoopback:
            "还没有账户，只允许在本机（127.0.0.1）监听，拒绝监听 \(error.detail)。请先用 qingheng user add 开立安全管理员账户"
        case .openWeb:
            "网页不经 TLS 不能在本机以外监听，拒绝监听 \(error.detail)：口令会以明文传送。请用 --tls-certificate 和 --tls-key 给出证书，或在前面设置提供 TLS 的代理（如 nginx），网页监听 127.0.0.1，并加 --behind-proxy"
        case .noPacketLog: "\(error.detail) 中没有报文库。请检查 --data 给出的目录"
        case .noSigningKey:
            "没有给出台账签名密钥，没有启动。请用 --key 指明密钥文件；还没有密钥时先运行 qingheng ledger key 文件 --origin 台账名称"
        case .keyInsideData: "签名密钥 \(error.detail) 放在数据目录内，会随备份流出，没有启动。请把它移到数据目录之外"
        case .emptyDatabase:
            "数据库 \(error.detail) 中还没有台账。请检查 --database（或环境变量 QINGHENG_DATABASE）给出的地址；新建的数据库要先用 qingheng serve --database 启动一次"
        case .noLedger: "\(error.detail) 中没有台账。请检查 --data 给出的目录"
        case .otherNode:
            "这个数据库属于另一个数据目录（节点 \(error.detail)），没有启动：报文库只能有一个。请用 --data 指明那个目录，或换一个空的数据库"
        case .storeElsewhere:
            "数据目录 \(error.detail) 的数据库在 PostgreSQL 服务器上。请用 --database 或环境变量 QINGHENG_DATABASE 指明地址"
        case .storeHere:
            "数据目录 \(error.detail) 已有自己的数据库文件（qingheng.sqlite），不能再用 --database。请换一个空的数据目录"
        case .pagesWithoutServer:
            "数据目录 \(error.detail) 的数据库只容一个进程使用，没有启动。几个服务共用一个数据库（--pages-only）须用 PostgreSQL，请用 --database 指明地址"
        case .otherRules:
            "本服务的规则与台账上现行的规则不同，没有启动：两个服务必须用同一版程序和同一个规则目录。请核对 --catalog，或先重新启动开着数采网关的服务"
        case .pagesWithoutKeys:
            "有设备使用密钥 \(error.detail) 加密，只提供网页的服务读不出它们的报文，不能运行。请改由开着数采网关的服务提供网页"
        case .noGraphviz: "未能用 graphviz 画图。请安装 graphviz（命令 dot），或改用 --format mermaid"
        case .unknownFormatForm: "量不了 \(error.detail)：只测量 .docx。请另存为 .docx 后再测量"
        case .noPDFWriter:
            "没有生成 PDF（\(error.detail)）：没有安装 LibreOffice（soffice）。请安装 libreoffice-writer 后再执行，或在办公软件中打开 docx 另存为 PDF"
        case .unwrittenPDF: "没有生成 PDF（\(error.detail)）：LibreOffice 没有转换成功。请在办公软件中打开 docx 另存为 PDF"
        case .noPDFReader: "读不了 \(error.detail)：没有安装 pdftotext。请安装 poppler-utils，或把 PDF 另存为文本后再核对"
        case .unreadablePDF: "pdftotext 取不出 \(error.detail) 的文本。文件可能损坏、加密或是扫描件；请另存为 docx 或文本后再核对"
        case .unknownReportForm: "核对不了 \(error.detail) 这种文件。请另存为 docx、PDF 或 UTF-8 文本"
        case .reportTooLarge: "\(error.detail) 超过 16 MB，没有核对。请拆分后再试"
        case .notUnicode: "\(error.detail) 不是 UTF-8 文本。请另存为 UTF-8（记事本：另存为，编码选 UTF-8）"
        case .noCheckpoint: "\(error.detail) 的台账还没有签过名。服务（qingheng serve --key）启动时和每小时各签一次"
        case .openSecret: "保密文件 \(error.detail) 可被他人读取，没有使用。请运行 chmod 600 收紧权限后再启动"
        case .faultySecret:
            "口令文件 \(error.detail) 行不成立。每行应写成 代号=密码，每个代号一行，密码不含空白和 ; , & = #；以 # 开头的行不算"
        case .webNotServed: "网页服务无法在 \(error.detail) 运行。请检查端口是否被占用，或用 --http 换一个地址"
        case .unreadableFile: "无法读取文件 \(error.detail)，请检查路径和权限"
        }
    }

    private static func storage(_ error: StorageError) -> String {
        switch error.code {
        case .directoryInUse: "数据目录正由进程 \(error.detail) 使用。请先停止它，再运行本命令"
        case .fileSystem: "读写数据时出错：\(error.detail)。请检查磁盘空间和目录权限"
        case .diskFull: "磁盘空间不足：\(error.detail)。请腾出空间，服务会自行继续"
        case .logClosed: "报文库已关闭，等待写盘的报文没有保存，设备会重发"
        case .expiredPackets: "地址 \(error.detail) 处的报文已到期销毁，并非损坏"
        case .damagedPacketLog: "报文库在地址 \(error.detail) 处损坏，原文件未作改动"
        case .damagedReadings: "一段监测数据的存储内容已损坏（\(error.detail)）；请运行 qingheng rebuild 由记录和报文重新生成"
        case .damagedAttachment: "附件 \(error.detail) 缺失或内容已改变"
        case .overloaded: "等待写盘的报文过多（\(error.detail) 字节）"
        case .faultyAddress: "--database 应写成 postgresql://用户@主机:端口/数据库"
        case .passwordInAddress:
            "--database 的地址里不能写口令。请把口令放进 ~/.pgpass，或用环境变量 PGPASSFILE 指明口令文件，或在地址末尾写 ?passfile=文件"
        case .serverUnreachable: "连不上数据库服务器 \(error.detail)。请检查它是否在运行、地址和口令文件是否正确；服务运行中会自行重连"
        case .unfitServer: "数据库不适合存放记录。\(error.detail)"
        case .noSuchTable: "数据库中没有所需的数据表：\(error.detail)。请检查 --database 给出的地址是否是台账所在的数据库"
        case .refusedStatement: "数据库拒绝了一条语句：\(error.detail)"
        case .noSuchColumn, .unexpectedNull, .wrongColumnType: "数据库内容与程序不符：\(error.detail)。请运行 qingheng rebuild"
        }
    }

    private static func records(_ error: RecordsError) -> String {
        switch error.code {
        case .staleProjection: "数据表由其他版本生成。请运行 qingheng rebuild --data 目录 重新生成（记录不受影响）"
        case .unknownAction: "不支持的操作 \(error.detail)"
        case .notPermitted: "没有权限 \(error.detail)"
        case .invalid: "“\(error.field)”不符合要求：\(error.detail)"
        case .unknownSubject: "没有登记的对象 \(error.detail)"
        case .beyondLedger: "台账没有第 \(error.detail) 条记录，现有 1 至 \(error.field)"
        case .removedPackets:
            "台账第 \(error.field) 条记录时的数据含有报文分段 \(error.detail)，该分段已到期销毁，无法重放。可查询销毁记录之后的时刻"
        case .brokenLedger:
            "台账在第 \(error.detail) 条记录处自相矛盾（\(error.field)），没有写入。请运行 qingheng verify 查明"
        case .superseded: "已被他人修改（台账第 \(error.detail) 条记录），没有记入。请看过最新内容再改"
        }
    }
}
