package com.nextbreakpoint.flink.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystemFactory;

/** Keeps what goes to S3 in the folder that the sandbox names in Flink's configuration; one case for each scheme of Flink's own plugins. */
public abstract class FolderFileSystemFactory implements FileSystemFactory {

    static final String FOLDER = "sandbox.s3.folder";

    private final String scheme;
    private String folder;

    FolderFileSystemFactory(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public String getScheme() {
        return scheme;
    }

    @Override
    public void configure(Configuration configuration) {
        folder = configuration.toMap().get(FOLDER);
    }

    @Override
    public FileSystem create(URI uri) throws IOException {
        if (folder == null) {
            throw new IOException(FOLDER + " is not set: there is no folder for " + uri);
        }
        if (uri.getAuthority() == null) {
            throw new IOException(uri + " names no bucket");
        }
        return new FolderFileSystem(uri, new File(folder));
    }

    public static final class S3 extends FolderFileSystemFactory {
        public S3() {
            super("s3");
        }
    }

    public static final class S3A extends FolderFileSystemFactory {
        public S3A() {
            super("s3a");
        }
    }

    public static final class S3P extends FolderFileSystemFactory {
        public S3P() {
            super("s3p");
        }
    }
}
