package dev.wit4j.embedded;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Stands before the driver of SQLite, and sends the process SIGKILL before one of the steps that the tables make with it. */
final class StatementKiller implements Driver {
    private final Driver driver;
    private final int fatal;
    private final AtomicInteger steps = new AtomicInteger();

    private StatementKiller(Driver driver, int fatal) {
        this.driver = driver;
        this.fatal = fatal;
    }

    /** Takes the place of the driver; step {@code fatal}, counted from 1, is not survived. */
    static StatementKiller install(int fatal) throws SQLException {
        Driver driver = DriverManager.getDriver("jdbc:sqlite:");
        DriverManager.deregisterDriver(driver);
        var killer = new StatementKiller(driver, fatal);
        DriverManager.registerDriver(killer);
        return killer;
    }

    /** How many steps there were. */
    int steps() {
        return steps.get();
    }

    private void step() {
        if (steps.incrementAndGet() == fatal) {
            Killer.kill();
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        step();
        Connection connection = driver.connect(url, properties);
        return connection == null ? null : counted(Connection.class, connection);
    }

    private <T> T counted(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")
                            || method.getName().equals("commit")
                            || method.getName().equals("close")) {
                        step();
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof PreparedStatement statement) {
                            return counted(PreparedStatement.class, statement);
                        }
                        return result instanceof Statement statement ? counted(Statement.class, statement) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return driver.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return driver.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return driver.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return driver.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("");
    }
}
