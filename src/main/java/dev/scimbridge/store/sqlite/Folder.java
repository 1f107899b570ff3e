package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.StoreProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the store, held by this process alone. Holding it proves that whoever held it before is dead. */
final class Folder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    private static final String FOR_ITS_OWNER = "rwx------";
    private static final long ROOM = 1 << 20;
    private static final String FILE_FOR_ITS_OWNER = "rw-------";

    private final Path path;
    private final FileChannel lock;

    private Folder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static Folder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path, attributes(path, FOR_ITS_OWNER));
            create(path.resolve("lock"));
            return lock(path, FileChannel.open(path.resolve("lock"), StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static Folder lock(Path path, FileChannel channel) throws IOException {
        if (tryLock(channel) == null) {
            channel.close();
            throw new StoreProblem("The store in " + path
                    + " is in use by another scim-bridge: stop that one, or set SCIM_BRIDGE_DATA to another folder.");
        }
        return new Folder(path, channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether the disk has some room left: on a disk with almost none the next small write may pass and the one after not. */
    boolean hasRoom() {
        try {
            return Files.getFileStore(path).getUsableSpace() >= ROOM;
        } catch (IOException e) {
            LOG.debug("the room on the disk of {} is not known", path, e);
            return true;
        }
    }

    /** The database's file, which only its owner may read: its companions take over its permissions. */
    Path database() {
        Path file = path.resolve("scim-bridge.db");
        try {
            create(file);
            return file;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE_FOR_ITS_OWNER));
        } catch (FileAlreadyExistsException e) {
            LOG.trace("{} is there already", file);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }

    private static StoreProblem unusable(Path path, IOException e) {
        return new StoreProblem(
                "The store's folder " + path + " cannot be used (" + e
                        + "): let this user write there, or set SCIM_BRIDGE_DATA to another folder.",
                e);
    }

    @Override
    public String toString() {
        return path.toString();
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock on {} could not be closed: {}", path, e.getMessage());
        }
    }
}
